package se.aviso.payment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;

/**
 * What a person decides about money that waits: so much of it to these documents; the rest goes on waiting.
 *
 * <p>A document takes at most what is open, an offer all or nothing, and nobody pays another seller's documents. What
 * is over when all that was chosen is paid waits as {@link SuspenseReason#OVERPAID}, as after a bank file. A document
 * that lacks no more than the tolerance is settled by the last of the payment.
 */
public final class HandAllocation {
    private static final int MOST = 20;

    private final Waiting waiting;
    private final Tolerance tolerance;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Match.Part> parts = new ArrayList<>();
    private Money left;

    private HandAllocation(Waiting waiting, Tolerance tolerance) {
        this.waiting = waiting;
        this.tolerance = tolerance;
        this.left = waiting.rest();
    }

    /** The part of a payment to a seller that waits, and why it does. */
    public record Waiting(GroupId seller, Money rest, SuspenseReason reason) {}

    /** A document of a seller that was chosen, and how much it is to get; without an amount, as much as it can take. */
    public record Choice(OpenItem item, GroupId seller, Optional<Money> amount) {}

    /**
     * What the payment settles by these choices, and what goes on waiting.
     *
     * @throws RuleViolation with everything that is wrong, at its place in the request
     */
    public static Match allocate(Waiting waiting, List<Choice> choices, Tolerance tolerance) {
        requirePossible(waiting, choices);
        var allocation = new HandAllocation(waiting, tolerance);
        for (var index = 0; index < choices.size(); index++) {
            allocation.take("/allocations/" + index, choices.get(index));
        }
        if (!allocation.faults.isEmpty()) {
            throw new RuleViolation(allocation.faults);
        }
        return Match.of(allocation.parts, allocation.left, allocation.reasonOfRest(choices))
                .within(tolerance, id -> open(choices, id));
    }

    private static Money open(List<Choice> choices, InvoiceId id) {
        return choices.stream()
                .map(Choice::item)
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow()
                .open();
    }

    private static void requirePossible(Waiting waiting, List<Choice> choices) {
        if (waiting.rest().isNegative()) {
            throw RuleViolation.of("allocation-of-deduction", Map.of());
        }
        if (waiting.rest().isZero()) {
            throw RuleViolation.of("conflict-payment-settled", Map.of());
        }
        if (choices.isEmpty() || choices.size() > MOST) {
            throw RuleViolation.at("/allocations", "allocation-count", Map.of("most", Integer.toString(MOST)));
        }
        var distinct =
                new HashSet<>(choices.stream().map(each -> each.item().id()).toList());
        if (distinct.size() < choices.size()) {
            throw RuleViolation.at("/allocations", "allocation-twice", Map.of());
        }
    }

    private void take(String place, Choice choice) {
        var refusal = refusal(choice);
        if (refusal.isPresent()) {
            faults.add(new Fault(refusal.get(), place + "/invoiceId", Map.of()));
            return;
        }
        var open = choice.item().open();
        var amount = choice.amount().orElseGet(() -> open.min(left));
        var fault = fault(choice.item(), amount);
        if (fault.isPresent()) {
            faults.add(new Fault(
                    fault.get(),
                    place + "/amount",
                    Map.of("open", open.toDecimal(), "currency", open.currency().getCurrencyCode())));
            return;
        }
        parts.add(new Match.Part(choice.item().id(), amount));
        left = left.minus(amount);
    }

    /** Why the document cannot be chosen at all. */
    private Optional<String> refusal(Choice choice) {
        var item = choice.item();
        if (!choice.seller().equals(waiting.seller())) {
            return Optional.of("allocation-other-seller");
        }
        if (!item.open().currency().equals(waiting.rest().currency())) {
            return Optional.of("allocation-other-currency");
        }
        return switch (item.state()) {
            case CREDITED -> Optional.of("allocation-credited");
            case LAPSED -> Optional.of("allocation-lapsed");
            case WITHDRAWN -> Optional.of("allocation-withdrawn");
            case WRITTEN_OFF -> Optional.of("allocation-written-off");
            case STANDING -> item.open().isPositive() ? Optional.empty() : Optional.of("conflict-invoice-settled");
        };
    }

    private Optional<String> fault(OpenItem item, Money amount) {
        if (left.isZero()) {
            return Optional.of("allocation-over-payment");
        }
        if (!amount.currency().equals(left.currency()) || !amount.isPositive()) {
            return Optional.of("allocation-amount");
        }
        if (amount.compareTo(item.open()) > 0) {
            return Optional.of("allocation-over-open");
        }
        if (amount.compareTo(left) > 0) {
            return Optional.of("allocation-over-payment");
        }
        var rounded = amount.equals(left) && tolerance.covers(item.open(), amount);
        return item.kind() == InvoiceKind.OFFER && amount.compareTo(item.open()) < 0 && !rounded
                ? Optional.of("allocation-offer-short")
                : Optional.empty();
    }

    private SuspenseReason reasonOfRest(List<Choice> choices) {
        var allPaid = true;
        for (var index = 0; index < choices.size(); index++) {
            allPaid &=
                    parts.get(index).amount().equals(choices.get(index).item().open());
        }
        return allPaid ? SuspenseReason.OVERPAID : waiting.reason();
    }
}
