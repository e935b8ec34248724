package se.aviso.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    @Test
    void whoComesTooOftenIsToldHowLongToWaitAndOthersAreNot() {
        var limit = new RateLimit();
        for (var call = 0; call < 3; call++) {
            assertThat(limit.secondsUntilFree("a", 3)).isZero();
        }
        assertThat(limit.secondsUntilFree("a", 3)).isBetween(1L, 20L);
        assertThat(limit.secondsUntilFree("b", 3)).isZero();
    }

    @Test
    void whatMayBeDoneAFewTimesInAQuarterIsWaitedForLonger() {
        var limit = new RateLimit();
        for (var call = 0; call < 3; call++) {
            assertThat(limit.secondsUntilFree("a", 3, Duration.ofMinutes(15))).isZero();
        }
        assertThat(limit.secondsUntilFree("a", 3, Duration.ofMinutes(15))).isBetween(200L, 300L);
    }
}
