package se.aviso.accounting;

import se.aviso.kernel.Money;

/**
 * An account of the subledger in a period, beside what of it has left for the general ledger.
 *
 * @param booked what the account moved in the period, by the sums of days that the books keep
 * @param exported what of it stands in exports, counted from their postings
 */
public record ExportedAccount(int account, Sides booked, Sides exported) {
    /** The sums of an account's sides. */
    public record Sides(Money debit, Money credit) {
        /** Debit less credit. */
        public Money balance() {
            return debit.minus(credit);
        }

        boolean isNothing() {
            return debit.isZero() && credit.isZero();
        }

        private Sides minus(Sides other) {
            return new Sides(debit.minus(other.debit), credit.minus(other.credit));
        }
    }

    /** What has not left yet. */
    public Sides waiting() {
        return booked.minus(exported);
    }

    /** True when all of the account has left, to the öre on both sides. */
    public boolean agrees() {
        return waiting().isNothing();
    }
}
