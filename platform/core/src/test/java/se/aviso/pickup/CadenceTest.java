package se.aviso.pickup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    @Test
    void minutesAreCountedFromTheLook() {
        assertThat(Cadence.every(15).next(at("2027-01-08T09:07"), ZONE)).isEqualTo(at("2027-01-08T09:22"));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-08T05:59, 2027-01-08T06:00",
        "2027-01-08T06:00, 2027-01-08T13:00",
        "2027-01-08T13:30, 2027-01-09T06:00",
        "2027-12-31T23:59, 2028-01-01T06:00"
    })
    void hoursComeByTurns(String after, String next) {
        assertThat(Cadence.at(List.of(13, 6)).next(at(after), ZONE)).isEqualTo(at(next));
    }

    @Test
    void anHourThatTheClockLeavesOutIsNotLost() {
        assertThat(Cadence.at(List.of(2)).next(at("2027-03-27T12:00"), ZONE)).isEqualTo(at("2027-03-28T03:00"));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 4", "7, 64", "100, 64"})
    void failuresWaitTwiceAsLongEachTimeUpToAnHour(int failures, long minutes) {
        var now = at("2027-01-08T09:00");
        assertThat(Cadence.every(5).retry(now, failures, ZONE)).isEqualTo(now.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void aPlannedHourIsNeverWaitedBeyond() {
        assertThat(Cadence.at(List.of(10)).retry(at("2027-01-08T09:30"), 7, ZONE))
                .isEqualTo(at("2027-01-08T10:00"));
    }

    @Test
    void aCadenceIsOneOrTheOther() {
        assertThatThrownBy(() -> Cadence.every(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cadence.every(1441)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cadence.at(List.of(24))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cadence(5, new TreeSet<>(List.of(5))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
