package se.aviso.share;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.LedgerEntry;
import se.aviso.accounting.Posting;
import se.aviso.accounting.Side;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;

/**
 * How shares stand in the seller's books. A claim is issued with them as shares to come, for they are no revenue of the
 * seller's; what is paid turns into a debt to the group, and paying it out ends the debt.
 */
public final class ShareBooking {
    private ShareBooking() {}

    /**
     * The entry of shares that were earned, or of those that were taken back (amounts below nothing).
     *
     * @param changes of one claim; at least one, none of nothing
     */
    public static LedgerEntry earned(InvoiceId claim, List<Share> changes, LocalDate on, ChartOfAccounts chart) {
        var postings = new ArrayList<Posting>();
        for (var change : changes) {
            var amount = change.amount();
            var side = amount.isPositive() ? Side.DEBIT : Side.CREDIT;
            var size = amount.isPositive() ? amount : amount.negated();
            postings.add(Posting.of(chart.account(AccountRole.SHARES_TO_COME), side, size, claim));
            postings.add(Posting.of(chart.account(AccountRole.SHARES_OWED), side.opposite(), size, claim));
        }
        return new LedgerEntry(EntryKind.SHARE, on, postings);
    }

    /**
     * The entry of a payout that has left the bank.
     *
     * @param amount above nothing
     */
    public static LedgerEntry paidOut(Money amount, LocalDate on, ChartOfAccounts chart) {
        return new LedgerEntry(
                EntryKind.PAYOUT,
                on,
                List.of(
                        posting(chart.account(AccountRole.SHARES_OWED), Side.DEBIT, amount),
                        posting(chart.account(AccountRole.BANK), Side.CREDIT, amount)));
    }

    private static Posting posting(int account, Side side, Money amount) {
        return new Posting(account, side, amount, Optional.empty(), Optional.empty());
    }
}
