package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.payment.PaymentFixture.ocr;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Luhn;
import se.aviso.kernel.OcrReference;

class SlippedDigitTest {
    private static final String MEANT = looked(OcrReference.ofSerial(10_202_601).digits());

    @Test
    void oneWrongDigitIsSeenThrough() {
        var seed = 20261123L;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var at = random.nextInt(1, MEANT.length());
            var wrong = (char) ('0' + (MEANT.charAt(at) - '0' + random.nextInt(1, 10)) % 10);
            var typed = MEANT.substring(0, at) + wrong + MEANT.substring(at + 1);
            assertThat(SlippedDigit.meantBy(typed))
                    .as("seed %d: %s", seed, typed)
                    .contains(MEANT);
        }
    }

    @Test
    void aLostDigitAndOneTooManyAreSeenThrough() {
        for (var at = 1; at < MEANT.length(); at++) {
            assertThat(SlippedDigit.meantBy(MEANT.substring(0, at) + MEANT.substring(at + 1)))
                    .contains(MEANT);
            assertThat(SlippedDigit.meantBy(MEANT.substring(0, at) + "7" + MEANT.substring(at)))
                    .contains(MEANT);
        }
    }

    @Test
    void swappedNeighboursAreSeenThrough() {
        for (var at = 1; at + 1 < MEANT.length(); at++) {
            var typed = MEANT.substring(0, at) + MEANT.charAt(at + 1) + MEANT.charAt(at) + MEANT.substring(at + 2);
            if (!typed.equals(MEANT)) {
                assertThat(SlippedDigit.meantBy(typed)).contains(MEANT);
            }
        }
    }

    @Test
    void onlyFewReferencesCanHaveBeenMeantAndTheTypedIsNone() {
        assertThat(SlippedDigit.meantBy(ocr(1)))
                .hasSizeLessThan(5 * ocr(1).length())
                .doesNotContain(looked(ocr(1)))
                .allMatch(Luhn::isValid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "avi 17", "12345678901234567890123456"})
    void whatIsNoReferenceMeansNone(String text) {
        assertThat(SlippedDigit.meantBy(text)).isEmpty();
    }

    private static String looked(String reference) {
        return ReferenceWords.withoutLeadingZeros(reference);
    }
}
