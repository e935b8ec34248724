package se.aviso.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.invoice.BankDays;

/** 2027-01-08 is a Friday. */
class ExpectationTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final BankDays WEEKDAYS = day -> day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
    private static final Expectation BY_NINE = new Expectation(Expectation.Days.BANK_DAYS, LocalTime.of(9, 0));

    @ParameterizedTest
    @CsvSource({
        // now, last file, missing since
        "2027-01-08T08:59, 2027-01-07T06:00, ",
        "2027-01-08T09:00, 2027-01-07T06:00, 2027-01-08T09:00",
        "2027-01-08T09:00, 2027-01-08T06:00, ",
        "2027-01-08T09:00, 2027-01-07T22:00, ",
        "2027-01-08T15:00, 2027-01-07T08:59, 2027-01-08T09:00",
        "2027-01-08T15:00, 2027-01-08T14:00, ",
        "2027-01-09T12:00, 2027-01-08T06:00, ",
        "2027-01-10T12:00, 2027-01-07T06:00, 2027-01-08T09:00",
        "2027-01-11T08:00, 2027-01-08T06:00, ",
        "2027-01-11T09:30, 2027-01-08T06:00, 2027-01-11T09:00",
        "2027-01-11T09:30, 2027-01-09T06:00, ",
    })
    void aBankDayWithoutAFileByThenLacksOne(String now, String last, String since) {
        assertThat(missing(BY_NINE, now, Optional.of(last), Optional.empty()))
                .isEqualTo(Optional.ofNullable(since).map(ExpectationTest::at));
    }

    @Test
    void aLateFileDoesNotStandForTheNextDayToo() {
        var late = Optional.of("2027-01-07T10:15");
        assertThat(missing(BY_NINE, "2027-01-07T11:00", late, late)).isEmpty();
        assertThat(missing(BY_NINE, "2027-01-08T09:00", late, late)).contains(at("2027-01-08T09:00"));
        assertThat(missing(BY_NINE, "2027-01-08T09:00", Optional.of("2027-01-08T07:00"), late))
                .isEmpty();
    }

    @Test
    void withoutAnyFileTheFirstTimeIsMissedAndNoneBeforeItWasWished() {
        assertThat(missing(BY_NINE, "2027-01-08T09:00", Optional.empty(), Optional.empty()))
                .contains(at("2027-01-08T09:00"));
        var wished = new Expectation.Seen(at("2027-01-08T09:30"), Optional.empty(), Optional.empty());
        assertThat(BY_NINE.missingSince(at("2027-01-08T12:00"), ZONE, WEEKDAYS, wished))
                .isEmpty();
        assertThat(BY_NINE.missingSince(at("2027-01-11T12:00"), ZONE, WEEKDAYS, wished))
                .contains(at("2027-01-11T09:00"));
    }

    @Test
    void everyDayIsEveryDayAndNeverIsNever() {
        var sunday = "2027-01-10T09:00";
        var friday = Optional.of("2027-01-08T06:00");
        assertThat(missing(of(Expectation.Days.EVERY_DAY), sunday, friday, Optional.empty()))
                .contains(at(sunday));
        assertThat(missing(of(Expectation.Days.NEVER), sunday, friday, Optional.empty()))
                .isEmpty();
    }

    private static Expectation of(Expectation.Days days) {
        return new Expectation(days, LocalTime.of(9, 0));
    }

    private static Optional<Instant> missing(
            Expectation expectation, String now, Optional<String> last, Optional<String> end) {
        var seen = new Expectation.Seen(
                at("2026-01-01T00:00"), last.map(ExpectationTest::at), end.map(ExpectationTest::at));
        return expectation.missingSince(at(now), ZONE, WEEKDAYS, seen);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
