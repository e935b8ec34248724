package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingTimeTest {
    private static final Instant NOON = Instant.parse("2027-01-04T12:00:00Z");

    private final WaitingTime waiting = WaitingTime.from(NOON);

    @Test
    void allCallsTogetherEndWithIt() {
        assertThat(waiting.limit(NOON, Duration.ofMinutes(2))).isEqualTo(WaitingTime.WHOLE);
        assertThat(waiting.limit(NOON, Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(10));
        assertThat(waiting.limit(NOON.plusSeconds(25), Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(5));
        assertThat(waiting.limit(NOON.plusSeconds(30), Duration.ofSeconds(10))).isZero();
        assertThat(waiting.limit(NOON.plusSeconds(99), Duration.ofSeconds(10))).isZero();
    }

    @Test
    void whoWaitsForAPlaceLeavesTimeForTheCall() {
        assertThat(waiting.patience(NOON, Duration.ofMinutes(2))).isEqualTo(Duration.ofSeconds(20));
        assertThat(waiting.patience(NOON, Duration.ZERO)).isZero();
        assertThat(waiting.patience(NOON.plusSeconds(21), Duration.ofMinutes(2)))
                .isZero();
    }

    @Test
    void noMoreIsBegunThatWouldBeCutOff() {
        assertThat(waiting.isEnoughForMore(NOON.plusSeconds(20))).isTrue();
        assertThat(waiting.isEnoughForMore(NOON.plusSeconds(20).plusMillis(1))).isFalse();
        assertThat(waiting.isEnoughForMore(NOON.plusSeconds(40))).isFalse();
    }
}
