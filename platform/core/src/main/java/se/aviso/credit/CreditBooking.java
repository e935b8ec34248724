package se.aviso.credit;

import java.time.LocalDate;
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

/**
 * How what is owed to payers is booked: a balance is kept on 2420 (BAS: förskott från kunder), a refund waits on 2890
 * (övriga kortfristiga skulder) until it has left the bank. Each step is undone by its reversal.
 */
public final class CreditBooking {
    private CreditBooking() {}

    /** The surplus of a payment is kept for the payer: from suspense to the balance. */
    public static LedgerEntry kept(PaymentId payment, Money amount, LocalDate on, ChartOfAccounts chart) {
        return new LedgerEntry(
                EntryKind.SURPLUS,
                on,
                List.of(
                        posting(chart, AccountRole.SUSPENSE, Side.DEBIT, amount).by(payment),
                        posting(chart, AccountRole.CREDIT_BALANCE, Side.CREDIT, amount)
                                .by(payment)));
    }

    /** The bank has taken back what is in the balance by now: from the balance to the deduction that waits. */
    public static LedgerEntry takenByBank(PaymentId deduction, Money amount, LocalDate on, ChartOfAccounts chart) {
        return new LedgerEntry(
                EntryKind.CHARGE_BACK,
                on,
                List.of(
                        posting(chart, AccountRole.CREDIT_BALANCE, Side.DEBIT, amount)
                                .by(deduction),
                        posting(chart, AccountRole.SUSPENSE, Side.CREDIT, amount)
                                .by(deduction)));
    }

    /** A balance settles so much of a claim: from the balance to receivables. */
    public static LedgerEntry used(CreditUse use, LocalDate on, ChartOfAccounts chart) {
        return new LedgerEntry(
                EntryKind.CREDIT_USE,
                on,
                List.of(
                        posting(chart, AccountRole.CREDIT_BALANCE, Side.DEBIT, use.amount()),
                        Posting.of(chart.account(AccountRole.RECEIVABLES), Side.CREDIT, use.amount(), use.invoice())));
    }

    /** A refund is decided: what was kept, or what waited of a payment, is to be sent back. */
    public static LedgerEntry owed(Optional<PaymentId> waiting, Money amount, LocalDate on, ChartOfAccounts chart) {
        var role = waiting.isPresent() ? AccountRole.SUSPENSE : AccountRole.CREDIT_BALANCE;
        var from = posting(chart, role, Side.DEBIT, amount);
        return new LedgerEntry(
                EntryKind.REFUND,
                on,
                List.of(waiting.map(from::by).orElse(from), posting(chart, AccountRole.REFUNDS, Side.CREDIT, amount)));
    }

    /** A refund has left the bank account. */
    public static LedgerEntry sent(Money amount, LocalDate on, ChartOfAccounts chart) {
        return new LedgerEntry(
                EntryKind.REFUND_SENT,
                on,
                List.of(
                        posting(chart, AccountRole.REFUNDS, Side.DEBIT, amount),
                        posting(chart, AccountRole.BANK, Side.CREDIT, amount)));
    }

    /** A refund that had left the bank came back as that payment: what waits of it is owed to the payee again. */
    public static LedgerEntry cameBack(PaymentId as, Money amount, LocalDate on, ChartOfAccounts chart) {
        return new LedgerEntry(
                EntryKind.REFUND_RETURNED,
                on,
                List.of(
                        posting(chart, AccountRole.SUSPENSE, Side.DEBIT, amount).by(as),
                        posting(chart, AccountRole.REFUNDS, Side.CREDIT, amount)));
    }

    private static Posting posting(ChartOfAccounts chart, AccountRole role, Side side, Money amount) {
        return new Posting(chart.account(role), side, amount, Optional.empty(), Optional.empty());
    }
}
