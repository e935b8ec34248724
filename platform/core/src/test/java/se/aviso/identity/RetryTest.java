package se.aviso.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final double MIDDLE = 0.5;

    @Test
    void waitsDoubleUntilTheyAreAQuarterOfAnHour() {
        assertThat(Retry.after(1, MIDDLE)).contains(Duration.ofSeconds(5));
        assertThat(Retry.after(2, MIDDLE)).contains(Duration.ofSeconds(10));
        assertThat(Retry.after(8, MIDDLE)).contains(Duration.ofSeconds(640));
        assertThat(Retry.after(9, MIDDLE)).contains(Duration.ofMinutes(15));
        assertThat(Retry.after(11, MIDDLE)).contains(Duration.ofMinutes(15));
    }

    @Test
    void theTwelfthFailureIsTheLast() {
        assertThat(Retry.after(11, MIDDLE)).isPresent();
        assertThat(Retry.after(12, MIDDLE)).isEmpty();
        assertThat(Retry.after(100, MIDDLE)).isEmpty();
    }

    @Test
    void chanceMovesAWaitByAQuarterAndNoMore() {
        assertThat(Retry.after(3, 0)).contains(Duration.ofSeconds(15));
        assertThat(Retry.after(3, 0.999_999).orElseThrow())
                .isBetween(Duration.ofMillis(24_990), Duration.ofSeconds(25));
    }

    @Test
    void whatHasNotFailedIsNotAskedAbout() {
        assertThatThrownBy(() -> Retry.after(0, MIDDLE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retry.after(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retry.after(1, -0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
