package se.aviso.accounting;

import se.aviso.kernel.Money;

/**
 * What the kept vouchers of an export come to, beside the subledger's postings of the same entries.
 *
 * @param booked the sides of the postings
 * @param posted what the vouchers say was posted of their entries, on one side
 * @param written the sides of the vouchers' rows, as they stand in the files
 * @param ruled whether rules have decided them
 */
public record KeptTotals(ExportedAccount.Sides booked, Money posted, ExportedAccount.Sides written, boolean ruled) {
    /** What was posted and stands in no voucher; below nothing where more stands there than was posted. */
    public Money difference() {
        return booked.debit().minus(posted);
    }

    /**
     * What rules have the vouchers move besides: months that wait on an account and leave it again. Below nothing where
     * they put both sides on one account.
     */
    public Money moved() {
        return written.debit().minus(posted);
    }

    /** True where nothing is lost, nothing is out of balance, and only rules have moved anything. */
    public boolean agrees() {
        return difference().isZero()
                && booked.balance().isZero()
                && written.balance().isZero()
                && (ruled || moved().isZero());
    }
}
