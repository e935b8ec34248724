package se.aviso.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.dunning.DunningPolicy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.Money;

class OpenDocumentTest {
    private static final LocalDate DUE = LocalDate.of(2027, 2, 3);
    private static final DunningPolicy POLICY = DunningPolicy.simple(10, 60);

    @Test
    void whatIsPaidOnTheDueDayIsNeverRemindedOf() {
        var claim = document(InvoiceKind.CLAIM, Optional.of(DUE));
        assertThat(claim.on(DUE.minusDays(1))).isEmpty();
        assertThat(claim.on(DUE)).contains(OpenDocument.Event.PAID);
    }

    @Test
    void anUnpaidClaimIsRemindedOfByThePolicyAndOnlyOnce() {
        var claim = document(InvoiceKind.CLAIM, Optional.empty());
        assertThat(claim.on(DUE.plusDays(9))).isEmpty();
        assertThat(claim.on(DUE.plusDays(10))).contains(OpenDocument.Event.REMINDED);
        assertThat(claim.remindedOnceMore().on(DUE.plusDays(30))).isEmpty();
    }

    @Test
    void anOfferThatNobodyTakesLapsesAndIsNotRemindedOf() {
        var offer = document(InvoiceKind.OFFER, Optional.empty());
        assertThat(offer.on(DUE.plusDays(60))).isEmpty();
        assertThat(offer.on(DUE.plusDays(61))).contains(OpenDocument.Event.LAPSED);
    }

    @Test
    void thePeriodsOnAClaimLapseOnceByThePolicyAndTheClaimStands() {
        var lapse = new DunningPolicy.Lapse(60, Optional.of(90), false);
        var policy = new DunningPolicy(POLICY.levels(), lapse, POLICY.collectorAfterDays());
        var claim = new OpenDocument(
                InvoiceKind.CLAIM,
                DUE,
                Money.kronor(300),
                policy,
                new OpenDocument.SoFar(1, false),
                Optional.of(DUE.plusDays(200)));
        assertThat(claim.on(DUE.plusDays(90))).isEmpty();
        assertThat(claim.on(DUE.plusDays(91))).contains(OpenDocument.Event.LAPSED);
        var after = claim.lapsedBy(DUE.plusDays(91));
        assertThat(after.on(DUE.plusDays(92))).isEmpty();
        assertThat(after.on(DUE.plusDays(200))).contains(OpenDocument.Event.PAID);
        assertThat(claim.lapsedBy(DUE.plusDays(90))).isEqualTo(claim);
    }

    @Test
    void oldDebtIsPaidTomorrowAtTheEarliest() {
        var tomorrow = LocalDate.of(2027, 6, 1);
        var all = PaymentPattern.stated(PaymentPattern.WHOLE);
        assertThat(OpenDocument.paidOn(all, 7, DUE, tomorrow)).contains(tomorrow);
        assertThat(OpenDocument.paidOn(all, 7, tomorrow.plusDays(3), tomorrow)).contains(tomorrow.plusDays(3));
    }

    private static OpenDocument document(InvoiceKind kind, Optional<LocalDate> paidOn) {
        return new OpenDocument(kind, DUE, Money.kronor(300), POLICY, OpenDocument.SoFar.NOTHING, paidOn);
    }
}
