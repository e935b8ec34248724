package se.aviso.payment;

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
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;

/** How a payment is booked: debit bank, credit receivables for what was matched, credit suspense for the rest. */
public final class PaymentBooking {
    private PaymentBooking() {}

    /** The entry of a payment of other than nothing; a deduction books the other way round. */
    public static LedgerEntry entry(IncomingPayment payment, Match match, LocalDate bookedOn, ChartOfAccounts chart) {
        var postings = new ArrayList<Posting>();
        postings.addAll(posting(chart.account(AccountRole.BANK), Side.DEBIT, payment.amount()));
        match.parts()
                .forEach(part -> postings.add(Posting.of(
                        chart.account(AccountRole.RECEIVABLES), Side.CREDIT, part.amount(), part.invoice())));
        postings.addAll(posting(chart.account(AccountRole.SUSPENSE), Side.CREDIT, match.rest()));
        return new LedgerEntry(
                EntryKind.PAYMENT,
                bookedOn,
                postings.stream().map(posting -> posting.by(payment.id())).toList());
    }

    /** The entry of money that waited and that a person now gives to documents: from suspense to receivables. */
    public static LedgerEntry allocation(
            PaymentId payment, List<Match.Part> parts, LocalDate bookedOn, ChartOfAccounts chart) {
        var total = parts.stream().map(Match.Part::amount).reduce(Money::plus).orElseThrow();
        var postings = new ArrayList<>(posting(chart.account(AccountRole.SUSPENSE), Side.DEBIT, total));
        parts.forEach(part -> postings.add(
                Posting.of(chart.account(AccountRole.RECEIVABLES), Side.CREDIT, part.amount(), part.invoice())));
        return new LedgerEntry(
                EntryKind.ALLOCATION,
                bookedOn,
                postings.stream().map(posting -> posting.by(payment)).toList());
    }

    /**
     * The entry that takes a payment of other than nothing back with its file: what its booking and all that followed
     * have moved goes back, wherever it stands by now.
     *
     * @param stand nothing of it paid back or taken back by the bank
     */
    public static LedgerEntry undone(PaymentStand stand, LocalDate on, ChartOfAccounts chart) {
        var postings = new ArrayList<Posting>();
        postings.addAll(posting(chart.account(AccountRole.BANK), Side.CREDIT, stand.amount()));
        stand.allocated()
                .forEach(part -> postings.add(
                        Posting.of(chart.account(AccountRole.RECEIVABLES), Side.DEBIT, part.amount(), part.invoice())));
        postings.addAll(posting(chart.account(AccountRole.CREDIT_BALANCE), Side.DEBIT, stand.keptInAll()));
        postings.addAll(posting(
                chart.account(AccountRole.SUSPENSE),
                Side.DEBIT,
                stand.elsewhere().waiting()));
        return new LedgerEntry(
                EntryKind.REVERSAL,
                on,
                postings.stream().map(posting -> posting.by(stand.id())).toList());
    }

    /** The entry of the öre that a seller gives up so that a payment settles a document: debit 3740 (BAS). */
    public static LedgerEntry rounding(
            PaymentId payment, Match.Part rounding, LocalDate bookedOn, ChartOfAccounts chart) {
        var given = Posting.of(chart.account(AccountRole.ROUNDING), Side.DEBIT, rounding.amount(), rounding.invoice());
        var settled =
                Posting.of(chart.account(AccountRole.RECEIVABLES), Side.CREDIT, rounding.amount(), rounding.invoice());
        return new LedgerEntry(EntryKind.ROUNDING, bookedOn, List.of(given.by(payment), settled.by(payment)));
    }

    private static List<Posting> posting(int account, Side side, Money amount) {
        if (amount.isZero()) {
            return List.of();
        }
        var standing = amount.isPositive() ? side : side.opposite();
        var positive = amount.isPositive() ? amount : amount.negated();
        return List.of(new Posting(account, standing, positive, Optional.empty(), Optional.empty()));
    }
}
