package se.aviso.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldWindowTest {
    private static final Instant BEGUN = Instant.parse("2027-01-04T06:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT45M, true", "PT168H, true", "PT168H1M, false", "PT-1M, false", "PT30S, false"})
    void aHoldIsWholeMinutesUpToAWeek(Duration length, boolean possible) {
        assertThat(HoldWindow.isPossible(length)).isEqualTo(possible);
        if (!possible) {
            assertThatThrownBy(() -> new HoldWindow(length)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void documentsLeaveWhenTheWindowIsOver() {
        assertThat(new HoldWindow(Duration.ofMinutes(90)).until(BEGUN)).isEqualTo("2027-01-04T07:30:00Z");
        assertThat(HoldWindow.NONE.until(BEGUN)).isEqualTo(BEGUN);
    }
}
