package se.aviso.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {
    @ParameterizedTest
    @CsvSource({
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "å, 160, 1",
        "€, 80, 1",
        "€, 81, 2",
        "č, 70, 1",
        "č, 71, 2",
        "č, 135, 3"
    })
    void aTextIsPaidForByParts(String sign, int times, int parts) {
        assertThat(new SmsText(sign.repeat(times)).parts()).isEqualTo(parts);
    }

    @Test
    void aLetterInTwoPiecesIsOne() {
        assertThat(new SmsText("a\u030a".repeat(160)).parts()).isEqualTo(1);
    }

    @Test
    void theSignThatMakesPartsSmallerIsTold() {
        assertThat(new SmsText("Hej 5 € på dig\u00a0[ä]").large()).isEmpty();
        assertThat(new SmsText("Hej 🎉 č").large()).contains("🎉");
    }
}
