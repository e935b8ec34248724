package se.aviso.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofSeconds(60), 5);

    @Test
    void theBoundDoublesAndThenStays() {
        assertThat(BACKOFF.after(1, 0.5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(BACKOFF.after(2, 0.5)).isEqualTo(Duration.ofSeconds(10));
        assertThat(BACKOFF.after(3, 0.5)).isEqualTo(Duration.ofSeconds(20));
        assertThat(BACKOFF.after(4, 0.5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(BACKOFF.after(Integer.MAX_VALUE, 0.5)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatFailedTogetherComesBackAtAnyTime() {
        assertThat(BACKOFF.after(3, 0)).isEqualTo(Duration.ZERO);
        assertThat(BACKOFF.after(3, 0.999)).isLessThan(Duration.ofSeconds(40)).isGreaterThan(Duration.ofSeconds(39));
    }

    @Test
    void itIsGivenUpOnce() {
        assertThat(BACKOFF.isOver(4)).isFalse();
        assertThat(BACKOFF.isOver(5)).isTrue();
    }

    @Test
    void dispatchesSitOutAnHour() {
        var longest = Duration.ZERO;
        for (var made = 1; !Backoff.OF_DISPATCHES.isOver(made); made++) {
            longest = longest.plus(Backoff.OF_DISPATCHES.after(made, 0.5));
        }
        assertThat(longest).isGreaterThan(Duration.ofHours(1));
    }
}
