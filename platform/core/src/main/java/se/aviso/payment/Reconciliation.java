package se.aviso.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.PaymentReference;

/**
 * Matches payments with open documents, one after the other; what one payment settles is no longer open for the next.
 *
 * <p>Booked by itself is only what is exact: a reference that is a document's, with an amount that it can take. Several
 * references must add up, and a reference inside a text must agree to the öre. All else waits for a human.
 */
public final class Reconciliation {
    private final Map<String, InvoiceId> byReference;
    private final Map<InvoiceId, OpenItem> items = new HashMap<>();
    private final Map<InvoiceId, List<InvoiceId>> charges;
    private final Tolerance tolerance;

    /**
     * @param byReference whose reference it is, by {@link #asked}
     * @param items the documents that the references belong to, open and closed
     */
    public Reconciliation(Map<String, InvoiceId> byReference, List<OpenItem> items) {
        this(byReference, items, Map.of(), Tolerance.NONE);
    }

    /**
     * @param byReference whose reference it is, by {@link #asked}
     * @param items the documents that the references belong to, and their charges, open and closed
     * @param charges the claims of reminders that are paid under a document's reference, in their order
     * @param tolerance how much too little still settles the one document that is named exactly
     */
    public Reconciliation(
            Map<String, InvoiceId> byReference,
            List<OpenItem> items,
            Map<InvoiceId, List<InvoiceId>> charges,
            Tolerance tolerance) {
        this.byReference = Map.copyOf(byReference);
        items.forEach(item -> this.items.put(item.id(), item));
        this.charges = Map.copyOf(charges);
        this.tolerance = tolerance;
    }

    /**
     * Under what a document is found: a reference is a document's together with the giro number that it asks for money
     * under; the same digits may be another document's under another number, where they were drawn long ago.
     *
     * @param number the giro number; empty where there is but one
     * @param reference without leading zeros
     */
    public static String asked(String number, String reference) {
        return number.isEmpty() ? reference : number + ' ' + reference;
    }

    /** What the payment settles now; a payment of nothing settles nothing and leaves no rest. */
    public Match match(IncomingPayment payment) {
        if (!payment.amount().isPositive()) {
            return suspended(payment, SuspenseReason.DEDUCTION);
        }
        var named = NamedItems.of(payment, reference -> find(payment, reference));
        if (named.items().isEmpty()) {
            var reason = payment.gaveReference() ? SuspenseReason.UNKNOWN_REFERENCE : SuspenseReason.NO_REFERENCE;
            return suspended(payment, reason);
        }
        var match = refusal(payment, named)
                .map(reason -> suspended(payment, reason))
                .orElseGet(() -> share(payment, named));
        match.received().forEach(this::settle);
        return match;
    }

    /** True when a document that the match pays is still open; asked before the next payment is matched. */
    public boolean leavesOpen(Match match) {
        return match.parts().stream()
                .map(part -> Optional.ofNullable(items.get(part.invoice())))
                .flatMap(Optional::stream)
                .anyMatch(item -> item.open().isPositive());
    }

    private Match share(IncomingPayment payment, NamedItems named) {
        if (named.items().size() == 1 && named.exact() && !hasPartForAnother(payment)) {
            return settled(payment, withCharges(payment.amount(), named.items().get(0)))
                    .within(tolerance, this::openOf);
        }
        var open =
                named.items().stream().map(OpenItem::open).reduce(Money::plus).orElseThrow();
        if (open.equals(payment.amount()) || (named.exact() && open.compareTo(payment.amount()) < 0)) {
            return settled(payment, wholeOf(named.items()));
        }
        return partSums(payment)
                .map(parts -> settled(payment, parts))
                .orElseGet(() -> suspended(
                        payment, named.exact() ? SuspenseReason.SEVERAL_SHORT : SuspenseReason.UNCERTAIN_REFERENCE));
    }

    /**
     * The document first, for it is what the payer's reference names and what makes a member; what is over goes to the
     * charges of its reminders, the oldest first.
     */
    private List<Match.Part> withCharges(Money amount, OpenItem item) {
        var parts = new ArrayList<Match.Part>();
        var left = amount;
        for (var each : Stream.concat(Stream.of(item), chargesOf(item)).toList()) {
            var part = left.min(each.open());
            if (part.isPositive()) {
                parts.add(new Match.Part(each.id(), part));
                left = left.minus(part);
            }
        }
        return parts;
    }

    private Stream<OpenItem> chargesOf(OpenItem item) {
        return charges.getOrDefault(item.id(), List.of()).stream()
                .map(items::get)
                .filter(charge -> charge.state() == OpenItem.State.STANDING);
    }

    /** What the payer said that each document gets; empty unless it is exact, possible and adds up. */
    private Optional<List<Match.Part>> partSums(IncomingPayment payment) {
        var sums = new LinkedHashMap<InvoiceId, Money>();
        for (var reference : payment.references()) {
            if (reference.part().isPresent()) {
                var part = reference.part().get();
                var item = itemOf(payment, reference);
                if (item.isEmpty() || !part.isPositive()) {
                    return Optional.empty();
                }
                sums.merge(item.get().id(), part, Money::plus);
            }
        }
        var possible = sums.entrySet().stream().allMatch(sum -> takes(sum.getKey(), sum.getValue()));
        return sums.values().stream()
                .reduce(Money::plus)
                .filter(sum -> possible && sum.equals(payment.amount()))
                .map(sum -> partsOf(sums));
    }

    private static List<Match.Part> partsOf(Map<InvoiceId, Money> sums) {
        return sums.entrySet().stream()
                .map(sum -> new Match.Part(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** A claim takes what is open or less; an offer, all or nothing. */
    private boolean takes(InvoiceId id, Money part) {
        return Optional.ofNullable(items.get(id))
                .filter(item ->
                        item.kind() == InvoiceKind.OFFER ? part.equals(item.open()) : part.compareTo(item.open()) <= 0)
                .isPresent();
    }

    /** True when the payer meant a part for a document that we do not know; nobody else may take it unasked. */
    private boolean hasPartForAnother(IncomingPayment payment) {
        return payment.references().stream()
                .filter(reference -> reference.part().isPresent())
                .anyMatch(reference -> itemOf(payment, reference).isEmpty());
    }

    private Optional<OpenItem> itemOf(IncomingPayment payment, PaymentReference reference) {
        return ReferenceWords.of(reference).exact().stream().findFirst().flatMap(exact -> find(payment, exact));
    }

    private static List<Match.Part> wholeOf(List<OpenItem> items) {
        return items.stream()
                .map(item -> new Match.Part(item.id(), item.open()))
                .toList();
    }

    private Optional<SuspenseReason> refusal(IncomingPayment payment, NamedItems named) {
        var refusals = new ArrayList<SuspenseReason>();
        named.items().forEach(item -> refusal(payment, item).ifPresent(refusals::add));
        return refusals.stream().findFirst();
    }

    private Optional<SuspenseReason> refusal(IncomingPayment payment, OpenItem item) {
        if (!item.open().currency().equals(payment.amount().currency())) {
            return Optional.of(SuspenseReason.OTHER_CURRENCY);
        }
        return switch (item.state()) {
            case CREDITED -> Optional.of(SuspenseReason.CREDITED);
            case LAPSED -> Optional.of(SuspenseReason.OFFER_LAPSED);
            case WITHDRAWN -> Optional.of(SuspenseReason.OFFER_WITHDRAWN);
            case WRITTEN_OFF -> Optional.of(SuspenseReason.WRITTEN_OFF);
            case STANDING -> refusalOfStanding(payment, item);
        };
    }

    private Optional<SuspenseReason> refusalOfStanding(IncomingPayment payment, OpenItem item) {
        if (!item.open().isPositive()
                && chargesOf(item).noneMatch(charge -> charge.open().isPositive())) {
            return Optional.of(SuspenseReason.ALREADY_SETTLED);
        }
        var tooLittle = payment.amount().compareTo(item.open()) < 0;
        return item.kind() == InvoiceKind.OFFER && tooLittle && !isCovered(payment, item)
                ? Optional.of(SuspenseReason.OFFER_SHORT)
                : Optional.empty();
    }

    /** As in {@link #share}: what names one document, exactly, and means no other. */
    private boolean isCovered(IncomingPayment payment, OpenItem item) {
        var named = NamedItems.of(payment, reference -> find(payment, reference));
        return named.items().size() == 1
                && named.exact()
                && !hasPartForAnother(payment)
                && tolerance.covers(item.open(), payment.amount());
    }

    private Money openOf(InvoiceId id) {
        return Optional.ofNullable(items.get(id)).orElseThrow().open();
    }

    private static Match settled(IncomingPayment payment, List<Match.Part> parts) {
        var taken = parts.stream().map(Match.Part::amount).reduce(Money::plus).orElseThrow();
        return Match.of(parts, payment.amount().minus(taken), SuspenseReason.OVERPAID);
    }

    private static Match suspended(IncomingPayment payment, SuspenseReason reason) {
        return Match.waiting(payment.amount(), reason);
    }

    private Optional<OpenItem> find(IncomingPayment payment, String reference) {
        return payment.numbers().stream()
                .flatMap(number -> Optional.ofNullable(byReference.get(asked(number, reference))).stream())
                .findFirst()
                .map(items::get);
    }

    private void settle(Match.Part part) {
        items.computeIfPresent(part.invoice(), (id, item) -> item.after(part.amount()));
    }
}
