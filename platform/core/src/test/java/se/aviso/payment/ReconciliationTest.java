package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.payment.OpenItem.State.CREDITED;
import static se.aviso.payment.OpenItem.State.LAPSED;
import static se.aviso.payment.PaymentFixture.EUR;
import static se.aviso.payment.PaymentFixture.among;
import static se.aviso.payment.PaymentFixture.claim;
import static se.aviso.payment.PaymentFixture.in;
import static se.aviso.payment.PaymentFixture.ocr;
import static se.aviso.payment.PaymentFixture.offer;
import static se.aviso.payment.PaymentFixture.payment;
import static se.aviso.payment.PaymentFixture.to;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;

/** A payment that names one document. */
class ReconciliationTest {
    private static final String PAID = ocr(1);

    @ParameterizedTest(name = "{0} kronor of 300")
    @CsvSource(textBlock = """
            300, 300,  0, NONE
            100, 100,  0, NONE
            299, 299,  0, NONE
            350, 300, 50, OVERPAID
            """)
    void oneExactReferenceTakesWhatItCan(long paid, long taken, long rest, SuspenseReason reason) {
        assertThat(among(claim(1, kronor(300))).match(payment(kronor(paid), PAID)))
                .isEqualTo(new Match(List.of(to(1, kronor(taken))), kronor(rest), reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "000000", "0000000000000", " "})
    void leadingZerosAndBlanksDoNotCount(String before) {
        var stripped = ReferenceWords.withoutLeadingZeros(PAID);
        var match = among(claim(1, kronor(300))).match(payment(kronor(300), before + stripped));
        assertThat(match.parts()).containsExactly(to(1, kronor(300)));
    }

    @Test
    void theSameReferenceUnderAnotherNumberIsAnotherDocument() {
        var reference = ReferenceWords.withoutLeadingZeros(PAID);
        var reconciliation = new Reconciliation(
                Map.of(
                        Reconciliation.asked("BG:1", reference), PaymentFixture.id(1),
                        Reconciliation.asked("BG:2", reference), PaymentFixture.id(2)),
                List.of(claim(1, kronor(300)), claim(2, kronor(300))));
        assertThat(reconciliation.match(paidTo("BG:2")).parts()).containsExactly(to(2, kronor(300)));
        assertThat(reconciliation.match(paidTo("BG:1", "BG:2")).parts()).containsExactly(to(1, kronor(300)));
        assertThat(reconciliation.match(paidTo("BG:3")).reason()).isEqualTo(SuspenseReason.UNKNOWN_REFERENCE);
    }

    private static IncomingPayment paidTo(String... numbers) {
        return new IncomingPayment(
                PaymentFixture.PAYMENT, kronor(300), payment(kronor(300), PAID).references(), List.of(numbers));
    }

    @Test
    void theSameReferenceTwiceNamesOneDocument() {
        var match = among(claim(1, kronor(300))).match(payment(kronor(350), PAID, PAID));
        assertThat(match).isEqualTo(new Match(List.of(to(1, kronor(300))), kronor(50), SuspenseReason.OVERPAID));
    }

    @Test
    void theSamePaymentOnceMoreWaits() {
        var reconciliation = among(claim(1, kronor(300)));
        var payment = payment(kronor(300), PAID);
        assertThat(reconciliation.match(payment).parts()).hasSize(1);
        assertThat(reconciliation.match(payment)).isEqualTo(waits(kronor(300), SuspenseReason.ALREADY_SETTLED));
    }

    @Test
    void twoPaymentsOfOneInvoiceSettleItOneAfterTheOther() {
        var reconciliation = among(claim(1, kronor(300)));
        assertThat(reconciliation.match(payment(kronor(100), PAID)).parts()).containsExactly(to(1, kronor(100)));
        assertThat(reconciliation.match(payment(kronor(250), PAID)))
                .isEqualTo(new Match(List.of(to(1, kronor(200))), kronor(50), SuspenseReason.OVERPAID));
        assertThat(reconciliation.match(payment(kronor(1), PAID)).reason()).isEqualTo(SuspenseReason.ALREADY_SETTLED);
    }

    @Test
    void onePaymentLeavesOtherDocumentsOpen() {
        var reconciliation = among(claim(1, kronor(300)), claim(2, kronor(200)));
        assertThat(reconciliation.match(payment(kronor(300), PAID)).rest()).isEqualTo(kronor(0));
        assertThat(reconciliation.match(payment(kronor(200), ocr(2))).parts()).containsExactly(to(2, kronor(200)));
    }

    @Test
    void withoutReferenceAPaymentWaits() {
        var reconciliation = among(claim(1, kronor(300)));
        assertThat(reconciliation.match(payment(kronor(300), new String[0])))
                .isEqualTo(waits(kronor(300), SuspenseReason.NO_REFERENCE));
        assertThat(reconciliation.match(payment(kronor(300), "", "  ")).reason())
                .isEqualTo(SuspenseReason.NO_REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1230", "9999999", "Medlemsavgift"})
    void anUnknownReferenceWaits(String reference) {
        assertThat(among(claim(1, kronor(300))).match(payment(kronor(300), "", reference)))
                .isEqualTo(waits(kronor(300), SuspenseReason.UNKNOWN_REFERENCE));
    }

    @Test
    void aReferenceOfADocumentThatIsNotAtHandIsUnknown() {
        var reconciliation = new Reconciliation(Map.of("1230", PaymentFixture.id(1)), List.of());
        assertThat(reconciliation.match(payment(kronor(300), "1230")).reason())
                .isEqualTo(SuspenseReason.UNKNOWN_REFERENCE);
    }

    @Test
    void aCreditedInvoiceIsNeverMarkedPaid() {
        assertThat(among(in(CREDITED, claim(1, kronor(300)))).match(payment(kronor(300), PAID)))
                .isEqualTo(waits(kronor(300), SuspenseReason.CREDITED));
    }

    @Test
    void anInvoiceOfWhichNothingIsOpenIsSettled() {
        assertThat(among(claim(1, kronor(0))).match(payment(kronor(300), PAID)).reason())
                .isEqualTo(SuspenseReason.ALREADY_SETTLED);
    }

    @Test
    void aLapsedOfferWaitsForAHuman() {
        assertThat(among(in(LAPSED, offer(1, kronor(300)))).match(payment(kronor(300), PAID)))
                .isEqualTo(waits(kronor(300), SuspenseReason.OFFER_LAPSED));
    }

    @ParameterizedTest(name = "{0} kronor of 300")
    @CsvSource({"299, 0, OFFER_SHORT", "300, 300, NONE", "301, 300, OVERPAID"})
    void anOfferIsTakenWholeOrNotAtAll(long paid, long taken, SuspenseReason reason) {
        var match = among(offer(1, kronor(300))).match(payment(kronor(paid), PAID));
        assertThat(match.parts()).isEqualTo(taken == 0 ? List.of() : List.of(to(1, kronor(taken))));
        assertThat(match.reason()).isEqualTo(reason);
        assertThat(match.rest()).isEqualTo(kronor(paid - taken));
    }

    @Test
    void anotherCurrencyWaits() {
        var euro = new Money(30_000, EUR);
        assertThat(among(claim(1, kronor(300))).match(payment(euro, PAID)))
                .isEqualTo(waits(euro, SuspenseReason.OTHER_CURRENCY));
    }

    @Test
    void anotherCurrencyIsSaidBeforeWhatElseIsWrong() {
        var euro = new Money(30_000, EUR);
        assertThat(among(in(CREDITED, claim(1, kronor(300))))
                        .match(payment(euro, PAID))
                        .reason())
                .isEqualTo(SuspenseReason.OTHER_CURRENCY);
    }

    @Test
    void aDeductionWaitsWhateverItNames() {
        assertThat(among(claim(1, kronor(300))).match(payment(kronor(-100), PAID)))
                .isEqualTo(waits(kronor(-100), SuspenseReason.DEDUCTION));
    }

    @Test
    void aPaymentOfNothingSettlesNothingAndLeavesNoRest() {
        assertThat(among(claim(1, kronor(300))).match(payment(kronor(0), PAID)))
                .isEqualTo(new Match(List.of(), kronor(0), SuspenseReason.NONE));
    }

    @Test
    void whatWaitsLeavesTheDocumentOpen() {
        var reconciliation = among(offer(1, kronor(300)));
        assertThat(reconciliation.match(payment(kronor(299), PAID)).parts()).isEmpty();
        assertThat(reconciliation.match(payment(kronor(300), PAID)).parts()).containsExactly(to(1, kronor(300)));
    }

    private static Match waits(Money amount, SuspenseReason reason) {
        return new Match(List.of(), amount, reason);
    }
}
