package se.aviso.invoice;

import java.util.List;
import se.aviso.kernel.Money;

/**
 * What an issued invoice's allocations and credits amount to; computed, never a column of the invoice.
 *
 * @param kept what was paid beyond the claim once it was credited, and became the payer's credit balance
 */
public record Settlement(Money claimed, Money received, Money credited, Money kept) {
    /** How far an invoice is settled; the order is the code in the database. */
    public enum Status {
        OPEN,
        PARTLY_PAID,
        SETTLED,
        OVERPAID;

        /** Those of which something is still to pay. */
        public static final List<Status> UNPAID = List.of(OPEN, PARTLY_PAID);

        /** True while something is still to pay. */
        public boolean isUnpaid() {
            return UNPAID.contains(this);
        }
    }

    /** A claim that nobody has paid yet. */
    public static Settlement open(Money claimed) {
        var nothing = Money.zero(claimed.currency());
        return new Settlement(claimed, nothing, nothing, nothing);
    }

    /** The settlement after so much more was allocated; less, when an allocation is undone. */
    public Settlement receiving(Money amount) {
        return new Settlement(claimed, received.plus(amount), credited, kept);
    }

    /** The settlement after so much was credited; what is paid beyond the claim then is kept for the payer. */
    public Settlement crediting(Money amount) {
        var after = new Settlement(claimed, received, credited.plus(amount), kept);
        return new Settlement(claimed, received, after.credited, kept.plus(after.surplus()));
    }

    /** True when money was given back that the payer's credit balance has already. */
    public boolean isKeptTwice() {
        return received.plus(credited).minus(claimed).compareTo(kept) < 0 && kept.isPositive();
    }

    /** What is still to pay; never below nothing. */
    public Money open() {
        var open = claimed.minus(credited).minus(received).plus(kept);
        return open.isNegative() ? Money.zero(open.currency()) : open;
    }

    /** What was paid beyond the claim and is not kept for the payer. */
    public Money surplus() {
        var surplus = received.plus(credited).minus(claimed).minus(kept);
        return surplus.isNegative() ? Money.zero(surplus.currency()) : surplus;
    }

    /** How far the invoice is settled; a claim of nothing is settled from the start. */
    public Status status() {
        if (surplus().isPositive()) {
            return Status.OVERPAID;
        }
        if (open().isZero()) {
            return Status.SETTLED;
        }
        return received.isZero() && credited.isZero() ? Status.OPEN : Status.PARTLY_PAID;
    }
}
