package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.payment.OpenItem.State.CREDITED;
import static se.aviso.payment.PaymentFixture.among;
import static se.aviso.payment.PaymentFixture.claim;
import static se.aviso.payment.PaymentFixture.in;
import static se.aviso.payment.PaymentFixture.ocr;
import static se.aviso.payment.PaymentFixture.offer;
import static se.aviso.payment.PaymentFixture.part;
import static se.aviso.payment.PaymentFixture.payment;
import static se.aviso.payment.PaymentFixture.to;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.PaymentReference;

/** A payment that names several documents, with or without saying how much each gets. */
class SeveralReferencesTest {
    private static final String A = ocr(1);
    private static final String B = ocr(2);

    private final Reconciliation reconciliation = among(claim(1, kronor(300)), claim(2, kronor(200)));

    @Test
    void severalReferencesThatAddUpAreAllSettled() {
        assertThat(reconciliation.match(payment(kronor(500), B, A)))
                .isEqualTo(matched(to(2, kronor(200)), to(1, kronor(300))));
    }

    @Test
    void severalReferencesPaidOverLeaveTheRest() {
        assertThat(reconciliation.match(payment(kronor(501), A, B)))
                .isEqualTo(
                        new Match(List.of(to(1, kronor(300)), to(2, kronor(200))), kronor(1), SuspenseReason.OVERPAID));
    }

    @Test
    void severalReferencesPaidShortWait() {
        assertThat(reconciliation.match(payment(kronor(499), A, B)))
                .isEqualTo(waits(kronor(499), SuspenseReason.SEVERAL_SHORT));
    }

    @Test
    void eachOfSeveralIsSettledForTheNextPayment() {
        assertThat(reconciliation.match(payment(kronor(500), A, B)).parts()).hasSize(2);
        assertThat(reconciliation.match(payment(kronor(200), B)).reason()).isEqualTo(SuspenseReason.ALREADY_SETTLED);
    }

    @Test
    void oneRefusedDocumentHoldsThemAll() {
        var withCredited = among(claim(1, kronor(300)), in(CREDITED, claim(2, kronor(200))));
        assertThat(withCredited.match(payment(kronor(500), A, B)))
                .isEqualTo(waits(kronor(500), SuspenseReason.CREDITED));
    }

    @Test
    void ofSeveralRefusalsTheFirstIsSaid() {
        var refused = among(claim(1, kronor(0)), in(CREDITED, claim(2, kronor(200))));
        assertThat(refused.match(payment(kronor(500), A, B)).reason()).isEqualTo(SuspenseReason.ALREADY_SETTLED);
        assertThat(refused.match(payment(kronor(500), B, A)).reason()).isEqualTo(SuspenseReason.CREDITED);
    }

    @Test
    void partSumsThatAddUpAreFollowed() {
        assertThat(reconciliation.match(payment(kronor(400), part(1, kronor(250)), part(2, kronor(150)))))
                .isEqualTo(matched(to(1, kronor(250)), to(2, kronor(150))));
    }

    @Test
    void aPartMayBeAllThatIsOpen() {
        assertThat(reconciliation.match(payment(kronor(400), part(1, kronor(300)), part(2, kronor(100)))))
                .isEqualTo(matched(to(1, kronor(300)), to(2, kronor(100))));
    }

    @Test
    void partSumsThatDoNotAddUpWait() {
        assertThat(reconciliation.match(payment(kronor(400), part(1, kronor(250)), part(2, kronor(100)))))
                .isEqualTo(waits(kronor(400), SuspenseReason.SEVERAL_SHORT));
    }

    @Test
    void aPartAboveWhatIsOpenWaits() {
        assertThat(reconciliation.match(payment(kronor(400), part(1, kronor(301)), part(2, kronor(99)))))
                .isEqualTo(waits(kronor(400), SuspenseReason.SEVERAL_SHORT));
    }

    @Test
    void partsOfOneDocumentAreHeldAgainstWhatIsOpenTogether() {
        var parts = new PaymentReference[] {part(1, kronor(200)), part(1, kronor(200)), part(2, kronor(50))};
        assertThat(reconciliation.match(payment(kronor(450), parts)))
                .isEqualTo(waits(kronor(450), SuspenseReason.SEVERAL_SHORT));
    }

    @Test
    void partsOfOneDocumentBecomeOneAllocation() {
        var parts = new PaymentReference[] {part(1, kronor(100)), part(1, kronor(150)), part(2, kronor(50))};
        assertThat(reconciliation.match(payment(kronor(300), parts)))
                .isEqualTo(matched(to(1, kronor(250)), to(2, kronor(50))));
    }

    @Test
    void aCreditNoteSubtractedByThePayerWaits() {
        assertThat(reconciliation.match(payment(kronor(100), part(1, kronor(200)), part(2, kronor(-100)))))
                .isEqualTo(waits(kronor(100), SuspenseReason.SEVERAL_SHORT));
    }

    @Test
    void aPartOfNothingWaits() {
        assertThat(reconciliation.match(payment(kronor(200), part(1, kronor(200)), part(2, kronor(0)))))
                .isEqualTo(waits(kronor(200), SuspenseReason.SEVERAL_SHORT));
    }

    @Test
    void aPartForAnUnknownDocumentIsNotGivenToAnother() {
        var some = payment(kronor(250), part(1, kronor(100)), part(9, kronor(150)));
        assertThat(reconciliation.match(some)).isEqualTo(waits(kronor(250), SuspenseReason.SEVERAL_SHORT));
    }

    @Test
    void aPartForAnUnknownDocumentWaitsWhenTheOtherIsPaidInFull() {
        var more = payment(kronor(450), part(1, kronor(300)), part(9, kronor(150)));
        assertThat(reconciliation.match(more))
                .isEqualTo(new Match(List.of(to(1, kronor(300))), kronor(150), SuspenseReason.OVERPAID));
    }

    @Test
    void aSinglePartAboveWhatIsOpenLeavesTheRest() {
        assertThat(reconciliation.match(payment(kronor(350), part(1, kronor(350)))))
                .isEqualTo(new Match(List.of(to(1, kronor(300))), kronor(50), SuspenseReason.OVERPAID));
    }

    @Test
    void referencesWithoutPartsStandBesideThoseWith() {
        var free = new PaymentReference(B, PaymentReference.Kind.FREE, Optional.empty());
        assertThat(reconciliation.match(payment(kronor(250), part(1, kronor(250)), free)))
                .isEqualTo(matched(to(1, kronor(250))));
    }

    @Test
    void anOfferIsNotTakenInParts() {
        var withOffer = among(offer(1, kronor(300)), claim(2, kronor(400)));
        assertThat(withOffer.match(payment(kronor(500), part(1, kronor(200)), part(2, kronor(300)))))
                .isEqualTo(waits(kronor(500), SuspenseReason.SEVERAL_SHORT));
        assertThat(withOffer.match(payment(kronor(500), part(1, kronor(300)), part(2, kronor(200)))))
                .isEqualTo(matched(to(1, kronor(300)), to(2, kronor(200))));
    }

    private static Match matched(Match.Part... parts) {
        return new Match(List.of(parts), kronor(0), SuspenseReason.NONE);
    }

    private static Match waits(Money amount, SuspenseReason reason) {
        return new Match(List.of(), amount, reason);
    }
}
