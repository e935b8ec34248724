package se.aviso.app.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgeSpansTest {
    @Test
    void neighboursStandTogether() {
        assertThat(AgeSpans.of(List.of(3, 4, 5, 9, 127, 128))).isEqualTo("3–5, 9, 127–128");
    }

    @Test
    void oneAgeStandsAlone() {
        assertThat(AgeSpans.of(List.of(26))).isEqualTo("26");
    }
}
