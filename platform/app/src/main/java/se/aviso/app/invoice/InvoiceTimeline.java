package se.aviso.app.invoice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.tenant.Ids;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;

/**
 * What happened to an invoice, the newest first.
 *
 * <p>Every event has its business day, the tenant's: that of the trade, never the clock's beside it. Within a day the
 * order is that in which things were noted, which their ids tell; what a whole day made happen comes last.
 */
final class InvoiceTimeline {
    private static final Comparator<InvoiceEvent> ORDER = Comparator.comparing(InvoiceEvent::day)
            .thenComparing(event -> event.notedAt().orElse(Instant.MAX));

    private InvoiceTimeline() {}

    static List<InvoiceEvent> of(InvoiceWhole whole) {
        var noted = new ArrayList<>(Stream.of(
                        issued(whole),
                        deliveries(whole),
                        reminders(whole),
                        payments(whole),
                        credits(whole),
                        answer(whole))
                .flatMap(List::stream)
                .toList());
        if (fellDue(whole)) {
            noted.add(new InvoiceEvent(
                    InvoiceEvent.Kind.FELL_DUE, Optional.empty(), whole.row().dueOn(), InvoiceEvent.Detail.NONE));
        }
        noted.sort(ORDER);
        Collections.reverse(noted);
        return noted;
    }

    private static List<InvoiceEvent> issued(InvoiceWhole whole) {
        var row = whole.row();
        var kind = row.kind() == InvoiceKind.OFFER ? InvoiceEvent.Kind.OFFERED : InvoiceEvent.Kind.ISSUED;
        return List.of(noted(kind, row.id(), row.issuedOn(), InvoiceEvent.Detail.NONE));
    }

    private static List<InvoiceEvent> deliveries(InvoiceWhole whole) {
        return whole.detail().deliveries().stream()
                .map(delivery -> new InvoiceEvent(
                        kind(delivery.state()),
                        Optional.of(delivery.changedAt()),
                        queuedOn(whole, delivery).plusDays(daysUnderWay(delivery)),
                        InvoiceEvent.Detail.of(delivery.channel())))
                .toList();
    }

    /** A document is queued in the transaction that issues the invoice or notes the reminder, and so on their day. */
    private static LocalDate queuedOn(InvoiceWhole whole, InvoiceDetail.Delivery delivery) {
        return switch (delivery.document()) {
            case REMINDER ->
                whole.reminders().stream()
                        .filter(reminder ->
                                sent(whole, reminder).filter(delivery::equals).isPresent())
                        .map(InvoiceWhole.Reminder::issuedOn)
                        .findFirst()
                        .orElse(whole.row().issuedOn());
            case REMINDER_RECALLED ->
                whole.reminders().stream()
                        .filter(reminder -> reminder.level() == delivery.level())
                        .flatMap(reminder -> reminder.recalledOn().stream())
                        .max(Comparator.naturalOrder())
                        .orElse(whole.row().issuedOn());
            case OFFER_WITHDRAWN -> whole.answeredOn().orElse(whole.row().issuedOn());
            case INVOICE, CREDIT_NOTE -> whole.row().issuedOn();
        };
    }

    /** The mailing of a reminder; of those of one level the first belongs to the one that was sent first. */
    private static Optional<InvoiceDetail.Delivery> sent(InvoiceWhole whole, InvoiceWhole.Reminder reminder) {
        var before = whole.reminders().stream()
                .filter(other -> other.level() == reminder.level())
                .toList()
                .indexOf(reminder);
        return whole.detail().deliveries().stream()
                .filter(sent ->
                        sent.document() == InvoiceDetail.DeliveredDocument.REMINDER && sent.level() == reminder.level())
                .sorted(Comparator.comparing(sent -> Ids.time(sent.id())))
                .skip(before)
                .findFirst();
    }

    /** How long it took is the clock's to say, for it knows no other day. */
    private static long daysUnderWay(InvoiceDetail.Delivery delivery) {
        return Duration.between(Ids.time(delivery.id()), delivery.changedAt()).toDays();
    }

    /** A reminder is noted when its document is queued. */
    private static List<InvoiceEvent> reminders(InvoiceWhole whole) {
        var events = new ArrayList<InvoiceEvent>();
        for (var reminder : whole.reminders()) {
            var amount = InvoiceEvent.Detail.of(reminder.open(), "");
            events.add(new InvoiceEvent(
                    InvoiceEvent.Kind.REMINDED,
                    sent(whole, reminder).map(sent -> Ids.time(sent.id())),
                    reminder.issuedOn(),
                    amount));
            reminder.recalledOn()
                    .ifPresent(day -> events.add(
                            new InvoiceEvent(InvoiceEvent.Kind.REMINDER_RECALLED, Optional.empty(), day, amount)));
        }
        return events;
    }

    private static List<InvoiceEvent> payments(InvoiceWhole whole) {
        var events = new ArrayList<InvoiceEvent>();
        var total = money(whole);
        var received = Money.zero(total.currency());
        for (var step : steps(whole)) {
            received = received.plus(step.amount());
            var kind = kind(step, received, total);
            var amount = step.of() != Of.PAYMENT && step.amount().isNegative()
                    ? step.amount().negated()
                    : step.amount();
            events.add(noted(kind, step.id(), step.day(), InvoiceEvent.Detail.of(amount, step.file())));
        }
        return events;
    }

    /** Of what an invoice has received. */
    private enum Of {
        PAYMENT,
        CREDIT_BALANCE,
        /** The seller gave up a few öre. */
        ROUNDING
    }

    /** What an invoice received, in the order in which it was noted. */
    private record Step(UUID id, Money amount, LocalDate day, String file, Of of) {}

    private static InvoiceEvent.Kind kind(Step step, Money received, Money total) {
        return switch (step.of()) {
            case PAYMENT -> paid(step.amount(), received, total);
            case CREDIT_BALANCE -> credit(step.amount());
            case ROUNDING -> step.amount().isNegative() ? InvoiceEvent.Kind.ROUNDING_UNDONE : InvoiceEvent.Kind.ROUNDED;
        };
    }

    /** Noted with its allocation, before it: so the payment is told as the one that paid all. */
    private static Stream<Step> roundings(InvoiceWhole whole) {
        return whole.detail().roundings().stream()
                .map(given -> new Step(
                        given.reversesId().isPresent() ? given.id() : given.allocationId(),
                        given.money(),
                        given.bookedOn(),
                        "",
                        Of.ROUNDING));
    }

    private static List<Step> steps(InvoiceWhole whole) {
        var receipts = whole.receipts().stream()
                .map(receipt -> new Step(
                        receipt.allocation(), receipt.amount(), receipt.allocatedOn(), receipt.file(), Of.PAYMENT));
        var uses = whole.detail().creditUses().stream()
                .map(use -> new Step(
                        use.id(),
                        Money.parse(use.amount(), Currency.getInstance(use.currency())),
                        use.usedOn(),
                        "",
                        Of.CREDIT_BALANCE));
        return Stream.of(roundings(whole), receipts, uses)
                .flatMap(all -> all)
                .sorted(Comparator.comparing(step -> Ids.time(step.id())))
                .toList();
    }

    private static InvoiceEvent.Kind credit(Money amount) {
        return amount.isNegative() ? InvoiceEvent.Kind.CREDIT_GIVEN_BACK : InvoiceEvent.Kind.CREDIT_USED;
    }

    private static List<InvoiceEvent> credits(InvoiceWhole whole) {
        return whole.credits().notes().stream()
                .map(note -> noted(
                        note.whole() ? InvoiceEvent.Kind.CREDITED : InvoiceEvent.Kind.PART_CREDITED,
                        note.id(),
                        note.issuedOn(),
                        InvoiceEvent.Detail.of(note.total(), note.reason())))
                .toList();
    }

    private static InvoiceEvent.Kind answered(InvoiceRow.OfferState state) {
        return switch (state) {
            case TAKEN -> InvoiceEvent.Kind.TAKEN;
            case WITHDRAWN -> InvoiceEvent.Kind.OFFER_WITHDRAWN;
            case OPEN, LAPSED -> InvoiceEvent.Kind.LAPSED;
        };
    }

    /** Nobody notes the moment of an answer, only its day. */
    private static List<InvoiceEvent> answer(InvoiceWhole whole) {
        var kind = whole.row().offer().map(InvoiceTimeline::answered).orElse(InvoiceEvent.Kind.LAPSED);
        return whole.answeredOn().stream()
                .map(day -> new InvoiceEvent(kind, Optional.empty(), day, InvoiceEvent.Detail.NONE))
                .toList();
    }

    private static InvoiceEvent.Kind kind(InvoiceDetail.DeliveryState state) {
        return switch (state) {
            case QUEUED, PREPARING, HANDED_OVER -> InvoiceEvent.Kind.QUEUED;
            case SENT, DELIVERED -> InvoiceEvent.Kind.SENT;
            case FAILED -> InvoiceEvent.Kind.FAILED;
            case BOUNCED -> InvoiceEvent.Kind.BOUNCED;
            case UNKNOWN -> InvoiceEvent.Kind.UNKNOWN;
            case WITHDRAWN -> InvoiceEvent.Kind.WITHDRAWN;
        };
    }

    private static InvoiceEvent.Kind paid(Money amount, Money received, Money total) {
        if (amount.isNegative()) {
            return InvoiceEvent.Kind.UNDONE;
        }
        return received.compareTo(total) < 0 ? InvoiceEvent.Kind.PART_PAID : InvoiceEvent.Kind.PAID;
    }

    /** A claim that was not paid whole on its day fell due, whatever came of it afterwards. */
    private static boolean fellDue(InvoiceWhole whole) {
        var row = whole.row();
        var inTime = whole.receipts().stream()
                .filter(receipt -> !receipt.bookedOn().isAfter(row.dueOn()))
                .map(InvoiceWhole.Receipt::amount)
                .reduce(Money.zero(money(whole).currency()), Money::plus);
        var inAll = steps(whole).stream()
                .filter(step -> step.of() != Of.PAYMENT && !step.day().isAfter(row.dueOn()))
                .map(Step::amount)
                .reduce(inTime, Money::plus);
        return row.kind() == InvoiceKind.CLAIM
                && row.dueOn().isBefore(whole.today())
                && row.settlement().isPresent()
                && Settlement.open(money(whole)).receiving(inAll).open().isPositive();
    }

    private static InvoiceEvent noted(InvoiceEvent.Kind kind, UUID id, LocalDate day, InvoiceEvent.Detail detail) {
        return new InvoiceEvent(kind, Optional.of(Ids.time(id)), day, detail);
    }

    private static Money money(InvoiceWhole whole) {
        return Money.parse(whole.row().total(), Currency.getInstance(whole.row().currency()));
    }
}
