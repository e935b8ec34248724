package se.aviso.payment;

import java.util.List;
import se.aviso.credit.CreditUse;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;

/**
 * Where the money of a payment stands, to the last öre: allocated, kept for payers, paid back, taken back by the bank,
 * or waiting.
 *
 * @param amount what the bank told of; a deduction is negative
 * @param allocated what documents have of it by allocations that stand
 * @param kept what went to credit balances and was not taken back
 */
public record PaymentStand(
        PaymentId id, Money amount, List<Match.Part> allocated, List<Kept> kept, Elsewhere elsewhere) {
    /** @throws IllegalArgumentException when an öre is unaccounted for */
    public PaymentStand {
        allocated = List.copyOf(allocated);
        kept = List.copyOf(kept);
        var sum = elsewhere.sum();
        for (var part : allocated) {
            sum = sum.plus(part.amount());
        }
        for (var each : kept) {
            sum = sum.plus(each.amount());
        }
        if (!sum.equals(amount)) {
            throw new IllegalArgumentException(sum + " of the " + amount + " of payment " + id + " are accounted for");
        }
    }

    /** So much that a payer's credit balance got. */
    public record Kept(CreditUse.Holder holder, Money amount) {}

    /**
     * What is neither allocated nor kept.
     *
     * @param refunded paid back, or set aside for it
     * @param chargedBack taken back by the bank; of a deduction, what is known to be of payments, below nothing
     * @param waiting in suspense
     */
    public record Elsewhere(Money refunded, Money chargedBack, Money waiting) {
        private Money sum() {
            return refunded.plus(chargedBack).plus(waiting);
        }
    }

    /** What went to credit balances, in all. */
    public Money keptInAll() {
        return kept.stream().map(Kept::amount).reduce(Money.zero(amount.currency()), Money::plus);
    }
}
