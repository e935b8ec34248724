package se.aviso.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final Instant NOON = Instant.parse("2027-01-04T12:00:00Z");

    @Test
    void eachRestIsLongerUpToHalfAnHour() {
        var hold = Hold.after(Optional.empty(), false, "gone", NOON, 0);
        assertThat(hold).isEqualTo(new Hold("gone", 1, NOON, NOON.plusSeconds(10)));
        assertThat(hold.rests(NOON.plusSeconds(9))).isTrue();
        assertThat(hold.rests(NOON.plusSeconds(10))).isFalse();

        var later = NOON.plusSeconds(10);
        var second = Hold.after(Optional.of(hold), false, "wrong password", later, 0);
        assertThat(second).isEqualTo(new Hold("wrong password", 2, NOON, later.plusSeconds(20)));

        for (var i = 0; i < 20; i++) {
            second = Hold.after(Optional.of(second), false, "gone", later, 0.999);
        }
        assertThat(Duration.between(later, second.until())).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(second.since()).isEqualTo(NOON);
    }

    @Test
    void whatTookSomethingBeginsAnew() {
        var former = new Hold("gone", 12, NOON, NOON.plusSeconds(900));
        var later = NOON.plusSeconds(1_000);

        assertThat(Hold.after(Optional.of(former), true, "gone", later, 0))
                .isEqualTo(new Hold("gone", 1, later, later.plusSeconds(10)));
    }

    /** A minute's fault gives up nothing, however long a message has waited for something else. */
    @Test
    void nothingIsGivenUpBeforeTheHoldHasLasted() {
        var hold = new Hold("gone", 3, NOON, NOON.plusSeconds(60));
        var patience = Duration.ofDays(5);

        assertThat(hold.givesUpBefore(patience, NOON.plus(patience))).isEmpty();
        assertThat(hold.givesUpBefore(patience, NOON.plus(patience).plusSeconds(1)))
                .contains(NOON.plusSeconds(1));
    }
}
