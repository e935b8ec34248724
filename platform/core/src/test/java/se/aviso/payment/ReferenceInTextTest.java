package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.payment.OpenItem.State.CREDITED;
import static se.aviso.payment.PaymentFixture.EUR;
import static se.aviso.payment.PaymentFixture.among;
import static se.aviso.payment.PaymentFixture.claim;
import static se.aviso.payment.PaymentFixture.id;
import static se.aviso.payment.PaymentFixture.in;
import static se.aviso.payment.PaymentFixture.ocr;
import static se.aviso.payment.PaymentFixture.payment;
import static se.aviso.payment.PaymentFixture.to;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;

/** A reference that stands among other words. */
class ReferenceInTextTest {
    private static final String A = ocr(1);
    private static final String B = ocr(2);

    private final Reconciliation reconciliation = among(claim(1, kronor(300)), claim(2, kronor(200)));

    @ParameterizedTest
    @ValueSource(strings = {"Avi %s Anna", "OCR:%s", "%s,", "2027 %s", "faktura\u00a0%s/2027", "Linné (%s)"})
    void aWholeWordWithTheOpenAmountIsSettled(String text) {
        assertThat(reconciliation.match(payment(kronor(300), text.formatted(A))).parts())
                .containsExactly(to(1, kronor(300)));
    }

    @ParameterizedTest
    @ValueSource(longs = {299, 301, 1})
    void theAmountMustAgreeToTheOre(long kronor) {
        assertThat(reconciliation.match(payment(kronor(kronor), "Avi " + A)))
                .isEqualTo(waits(kronor(kronor), SuspenseReason.UNCERTAIN_REFERENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A%s", "%sB", "0x%s", "Å%s", "é%s", "%s0", "9%s"})
    void aPartOfAWordNeverMatches(String text) {
        assertThat(reconciliation
                        .match(payment(kronor(300), "Avi " + text.formatted(A)))
                        .reason())
                .isEqualTo(SuspenseReason.UNKNOWN_REFERENCE);
    }

    @Test
    void aShortNumberNeverMatches() {
        var shortReferences = new Reconciliation(
                Map.of("1230", id(1), "12351", id(2)), List.of(claim(1, kronor(300)), claim(2, kronor(200))));
        assertThat(shortReferences.match(payment(kronor(300), "Avi 1230")).reason())
                .isEqualTo(SuspenseReason.UNKNOWN_REFERENCE);
        assertThat(shortReferences.match(payment(kronor(200), "Avi 12351")).parts())
                .containsExactly(to(2, kronor(200)));
    }

    @Test
    void aWrongCheckDigitNeverMatches() {
        var wrong = new Reconciliation(Map.of("12352", id(1)), List.of(claim(1, kronor(300))));
        assertThat(wrong.match(payment(kronor(300), "Avi 12352")).reason()).isEqualTo(SuspenseReason.UNKNOWN_REFERENCE);
    }

    @Test
    void severalWordsMustAddUp() {
        assertThat(reconciliation.match(payment(kronor(500), B + " " + A)))
                .isEqualTo(new Match(List.of(to(2, kronor(200)), to(1, kronor(300))), kronor(0), SuspenseReason.NONE));
    }

    @ParameterizedTest
    @ValueSource(longs = {300, 499, 501})
    void severalWordsThatDoNotAddUpWait(long kronor) {
        assertThat(reconciliation.match(payment(kronor(kronor), A + "," + B)).reason())
                .isEqualTo(SuspenseReason.UNCERTAIN_REFERENCE);
    }

    @Test
    void ofSeveralRefusalsInATextTheFirstIsSaid() {
        var refused = among(claim(1, kronor(0)), in(CREDITED, claim(2, kronor(200))));
        assertThat(refused.match(payment(kronor(200), A + " " + B)).reason()).isEqualTo(SuspenseReason.ALREADY_SETTLED);
        assertThat(refused.match(payment(kronor(200), B + " " + A)).reason()).isEqualTo(SuspenseReason.CREDITED);
    }

    @Test
    void anExactReferenceThatAgreesIsNotDisturbedByAText() {
        assertThat(reconciliation.match(payment(kronor(300), A, "Avi " + B)).parts())
                .containsExactly(to(1, kronor(300)));
    }

    @Test
    void aTextAddsToAnExactReferenceThatDoesNotAgree() {
        assertThat(reconciliation.match(payment(kronor(500), "Avi " + B, A)).parts())
                .containsExactly(to(1, kronor(300)), to(2, kronor(200)));
    }

    @Test
    void anExactReferenceAndATextThatDoNotAgreeWait() {
        assertThat(reconciliation.match(payment(kronor(400), A, "Avi " + B)))
                .isEqualTo(waits(kronor(400), SuspenseReason.UNCERTAIN_REFERENCE));
    }

    @Test
    void aTextThatRepeatsTheExactReferencesAddsNothing() {
        assertThat(reconciliation.match(payment(kronor(501), A + " " + B, A, B)))
                .isEqualTo(
                        new Match(List.of(to(1, kronor(300)), to(2, kronor(200))), kronor(1), SuspenseReason.OVERPAID));
    }

    @Test
    void anExactReferenceInAnotherCurrencyDoesNotAgree() {
        var euro = new Money(30_000, EUR);
        var mixed = among(claim(1, kronor(300)), claim(2, euro));
        assertThat(mixed.match(payment(euro, A, B)).reason()).isEqualTo(SuspenseReason.OTHER_CURRENCY);
    }

    private static Match waits(Money amount, SuspenseReason reason) {
        return new Match(List.of(), amount, reason);
    }
}
