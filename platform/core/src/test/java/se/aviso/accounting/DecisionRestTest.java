package se.aviso.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DecisionRestTest {
    @Test
    void itGrowsWithEachTryAndEnds() {
        assertThat(DecisionRest.after(1)).isEqualTo(Duration.ofMinutes(5));
        assertThat(DecisionRest.after(2)).isEqualTo(Duration.ofMinutes(10));
        assertThat(DecisionRest.after(4)).isEqualTo(Duration.ofMinutes(40));
        assertThat(DecisionRest.after(5)).isEqualTo(Duration.ofHours(1));
        assertThat(DecisionRest.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    }
}
