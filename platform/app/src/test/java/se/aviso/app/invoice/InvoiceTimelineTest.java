package se.aviso.app.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.app.invoice.InvoiceEvent.Kind.BOUNCED;
import static se.aviso.app.invoice.InvoiceEvent.Kind.FELL_DUE;
import static se.aviso.app.invoice.InvoiceEvent.Kind.ISSUED;
import static se.aviso.app.invoice.InvoiceEvent.Kind.LAPSED;
import static se.aviso.app.invoice.InvoiceEvent.Kind.PAID;
import static se.aviso.app.invoice.InvoiceEvent.Kind.PART_PAID;
import static se.aviso.app.invoice.InvoiceEvent.Kind.QUEUED;
import static se.aviso.app.invoice.InvoiceEvent.Kind.REMINDED;
import static se.aviso.app.invoice.InvoiceEvent.Kind.REMINDER_RECALLED;
import static se.aviso.app.invoice.InvoiceEvent.Kind.ROUNDED;
import static se.aviso.app.invoice.InvoiceEvent.Kind.SENT;
import static se.aviso.app.invoice.InvoiceEvent.Kind.UNDONE;
import static se.aviso.app.invoice.WholeFixture.DUE_ON;
import static se.aviso.app.invoice.WholeFixture.ISSUED_ON;
import static se.aviso.app.invoice.WholeFixture.claim;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

class InvoiceTimelineTest {
    @Test
    void theNewestStandsFirst() {
        assertThat(kinds(claim().sent(InvoiceDetail.DeliveryState.SENT, 1).paid(300, DUE_ON, 2)))
                .containsExactly(PAID, SENT, ISSUED);
    }

    @Test
    void whatWasNotedOnALaterDayStandsBeforeWhateverTheBanksDay() {
        assertThat(kinds(claim().paid(100, DUE_ON.minusDays(2), 2)
                        .sent(InvoiceDetail.DeliveryState.BOUNCED, 3)
                        .paid(200, DUE_ON.minusDays(5), DUE_ON.minusDays(1), 4)))
                .containsExactly(PAID, PART_PAID, BOUNCED, ISSUED);
    }

    @Test
    void everyEventHasTheTenantsDayAndNoneStandsBelowAnEarlierOne() {
        var events = InvoiceTimeline.of(claim().sent(InvoiceDetail.DeliveryState.SENT, 1)
                .reminded(DUE_ON.plusDays(10), 2)
                .paid(300, DUE_ON.plusDays(12), DUE_ON.plusDays(14), 3)
                .seenOn(DUE_ON.plusDays(20))
                .whole());
        assertThat(events)
                .extracting(InvoiceEvent::day)
                .containsExactly(
                        DUE_ON.plusDays(14), DUE_ON.plusDays(10), DUE_ON.plusDays(10), DUE_ON, ISSUED_ON, ISSUED_ON);
    }

    @Test
    void anAnswerIsTheLastThingOfItsDay() {
        assertThat(kinds(claim().paid(100, DUE_ON, 2).lapsed(DUE_ON))).containsExactly(LAPSED, PART_PAID, ISSUED);
    }

    @Test
    void anUndonePaymentIsTold() {
        assertThat(kinds(claim().paid(300, DUE_ON, 1).paid(-300, DUE_ON, 2))).containsExactly(UNDONE, PAID, ISSUED);
    }

    @Test
    void aPaymentThatLacksAFewOreHasPaidAllAndIsInTime() {
        assertThat(kinds(claim().paid(299, DUE_ON, 1).rounded("1.00", DUE_ON, 1).seenOn(DUE_ON.plusDays(60))))
                .containsExactly(PAID, ROUNDED, ISSUED);
    }

    @Test
    void aReminderIsToldBesideItsDelivery() {
        assertThat(kinds(claim().reminded(DUE_ON.plusDays(10), 1).seenOn(DUE_ON.plusDays(11))))
                .containsExactly(QUEUED, REMINDED, FELL_DUE, ISSUED);
    }

    @Test
    void aReminderThatWasTakenBackIsToldBesideTheOneThatFollowed() {
        var first = DUE_ON.plusDays(10);
        var events = claim().reminded(first, Optional.of(first.plusDays(1)), 1)
                .reminded(first.plusDays(3), 3)
                .seenOn(first.plusDays(4));
        assertThat(kinds(events))
                .containsExactly(QUEUED, REMINDED, REMINDER_RECALLED, QUEUED, REMINDED, FELL_DUE, ISSUED);
    }

    @Test
    void fallingDueStandsBetweenTheDaysRoundIt() {
        assertThat(kinds(claim().paid(100, DUE_ON, 1)
                        .paid(200, DUE_ON.plusDays(3), 2)
                        .seenOn(DUE_ON.plusDays(4))))
                .containsExactly(PAID, FELL_DUE, PART_PAID, ISSUED);
    }

    @Test
    void onItsDueDayNothingHasFallenDue() {
        assertThat(kinds(claim().seenOn(DUE_ON))).doesNotContain(FELL_DUE);
    }

    @Test
    void whatWasPaidInTimeNeverFellDue() {
        assertThat(kinds(claim().paid(300, DUE_ON, 1).seenOn(DUE_ON.plusDays(60))))
                .doesNotContain(FELL_DUE);
    }

    @Test
    void taxIsSummedByRate() {
        assertThat(ShowInvoice.vat(claim().whole().detail()))
                .containsExactly(
                        new InvoiceWhole.Vat(VatRate.LOW, Money.ore(9434), Money.ore(566)),
                        new InvoiceWhole.Vat(VatRate.EXEMPT, Money.kronor(200), Money.kronor(0)));
    }

    @Test
    void anUnpaidClaimIsOverdueFromTheDayAfter() {
        var row = claim().row();
        assertThat(row.isOverdue(DUE_ON)).isFalse();
        assertThat(row.isOverdue(DUE_ON.plusDays(1))).isTrue();
    }

    private static List<InvoiceEvent.Kind> kinds(WholeFixture fixture) {
        return InvoiceTimeline.of(fixture.whole()).stream()
                .map(InvoiceEvent::kind)
                .toList();
    }
}
