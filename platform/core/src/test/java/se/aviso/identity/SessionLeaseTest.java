package se.aviso.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionLeaseTest {
    private static final Instant NOW = Instant.parse("2027-01-04T10:00:00Z");

    @Test
    void theProviderIsAskedWhenItsAccessTokenIsOver() {
        var lease = SessionLease.vouched(NOW, Duration.ofSeconds(60));
        assertThat(lease.isDue(NOW.plusSeconds(59))).isFalse();
        assertThat(lease.isDue(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void aTokenOfAnHourOrOfNoLifeIsBelievedForFiveMinutes() {
        for (var life : new Duration[] {Duration.ofHours(1), Duration.ZERO, Duration.ofSeconds(-1)}) {
            var lease = SessionLease.vouched(NOW, life);
            assertThat(lease.isDue(NOW.plusSeconds(299))).as(life.toString()).isFalse();
            assertThat(lease.isDue(NOW.plusSeconds(300))).as(life.toString()).isTrue();
        }
    }

    @Test
    void whileOneAsksOthersNeedNot() {
        var asking = SessionLease.vouched(NOW, Duration.ofSeconds(60)).asking(NOW.plusSeconds(60));
        assertThat(asking.isDue(NOW.plusSeconds(61))).isFalse();
        assertThat(asking.isDue(NOW.plusSeconds(90))).isTrue();
        assertThat(asking.awaySince()).isNull();
    }

    @Test
    void aSilentProviderThrowsNobodyOutForHalfAnHour() {
        var first = SessionLease.vouched(NOW, Duration.ofSeconds(60)).unanswered(NOW.plusSeconds(60));
        var silence = first.orElseThrow();
        assertThat(silence.awaySince()).isEqualTo(NOW.plusSeconds(60));
        assertThat(silence.isDue(NOW.plusSeconds(89))).isFalse();
        assertThat(silence.isDue(NOW.plusSeconds(90))).isTrue();
        var end = NOW.plusSeconds(60).plus(SessionLease.PATIENCE);
        assertThat(silence.asking(end.minusSeconds(1)).unanswered(end.minusSeconds(1)))
                .isPresent();
        assertThat(silence.asking(end).unanswered(end)).isEmpty();
    }
}
