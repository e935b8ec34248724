package se.aviso.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * An issued credit note: it cancels all or part of a claim, has a number in a series of its own, and never changes.
 *
 * <p>Its amounts are those that are taken back, so they are positive where the claim's are. It refers to the claim
 * (mervärdesskattelagen 2023:200, chapter 17: a document that changes an invoice refers to it without doubt).
 */
public record CreditNote(InvoiceId id, long number, LocalDate issuedOn, CreditDraft draft) {
    /**
     * So much of one of the claim's lines.
     *
     * @param of the place of the claim's line, from 1
     * @param line what is taken back; quantity times price is the amount
     * @param vatAmount the tax in it, such that all credit notes together take back the claim's tax to the öre
     */
    public record Line(int of, InvoiceLine line, Money vatAmount) {
        /** What is taken back, tax included. */
        public Money amount() {
            return line.amount();
        }
    }

    /** What is taken back, tax included. */
    public Money total() {
        return draft.total();
    }

    /**
     * The ledger entry: debit revenue, shares to come and output VAT, credit receivables; what had been paid for is
     * credited to the payer's credit balance instead. Empty where nothing amounts to anything.
     *
     * @param kept so much of the total as the payer had paid already; not more than it
     */
    public Optional<LedgerEntry> entry(Money kept, ChartOfAccounts chart) {
        var postings = new ArrayList<Posting>();
        debitsByAccount(chart).forEach((account, amount) -> postings.addAll(posting(account, Side.DEBIT, amount)));
        var receivables = chart.account(AccountRole.RECEIVABLES);
        postings.addAll(posting(receivables, Side.CREDIT, total().minus(kept)));
        postings.addAll(posting(chart.account(AccountRole.CREDIT_BALANCE), Side.CREDIT, kept));
        return Optional.of(new LedgerEntry(EntryKind.CREDIT, issuedOn, postings))
                .filter(entry -> !postings.isEmpty());
    }

    /** Revenue, output VAT, and other groups' shares that are not to come any more. */
    private LinkedHashMap<Integer, Money> debitsByAccount(ChartOfAccounts chart) {
        var sums = new LinkedHashMap<Integer, Money>();
        for (var line : draft.lines()) {
            var terms = line.line().terms();
            var own = line.amount().minus(line.vatAmount());
            for (var share : line.line().basis().shares()) {
                sums.merge(chart.account(AccountRole.SHARES_TO_COME), share.amount(), Money::plus);
                own = own.minus(share.amount());
            }
            sums.merge(terms.account(), own, Money::plus);
            if (!line.vatAmount().isZero()) {
                sums.merge(chart.outputVat(terms.vat()), line.vatAmount(), Money::plus);
            }
        }
        return sums;
    }

    private List<Posting> posting(int account, Side side, Money amount) {
        if (amount.isZero()) {
            return List.of();
        }
        return List.of(
                amount.isPositive()
                        ? Posting.of(account, side, amount, draft.invoice().id())
                        : Posting.of(
                                account,
                                side.opposite(),
                                amount.negated(),
                                draft.invoice().id()));
    }
}
