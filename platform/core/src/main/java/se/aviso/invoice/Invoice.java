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
 * An issued document: numbered, referenced, unchangeable.
 *
 * <p>A claim is booked the moment it is issued: debit receivables, credit revenue and output VAT. An offer is not.
 * Whether it is paid is its {@link Settlement}; a correction is a credit note.
 */
public record Invoice(InvoiceId id, InvoiceDraft.Numbering numbering, LocalDate issuedOn, InvoiceDraft draft) {
    /** The sum of the lines, VAT included. */
    public Money total() {
        return draft.total();
    }

    /** The ledger entry of issuing, or empty for an offer and where no line amounts to anything. */
    public Optional<LedgerEntry> entry(ChartOfAccounts chart) {
        if (draft.kind() != InvoiceKind.CLAIM) {
            return Optional.empty();
        }
        var postings = new ArrayList<>(credit(chart.account(AccountRole.RECEIVABLES), total().negated()));
        creditsByAccount(chart).forEach((account, amount) -> postings.addAll(credit(account, amount)));
        return Optional.of(new LedgerEntry(EntryKind.ISSUE, issuedOn, postings)).filter(entry -> !postings.isEmpty());
    }

    /** The claim to issue when this offer is settled on that day: the same lines, the same due day if it is to come. */
    public InvoiceDraft acceptance(LocalDate on) {
        if (draft.kind() != InvoiceKind.OFFER) {
            throw new IllegalStateException("only an offer can be accepted: " + id);
        }
        var due = draft.dueOn().isBefore(on) ? on : draft.dueOn();
        return new InvoiceDraft(InvoiceKind.CLAIM, draft.occasion(), due, draft.lines());
    }

    /** Revenue, output VAT, and other groups' shares, which are no revenue of the seller's. */
    private LinkedHashMap<Integer, Money> creditsByAccount(ChartOfAccounts chart) {
        var sums = new LinkedHashMap<Integer, Money>();
        for (var line : draft.lines()) {
            var tax = line.vatAmount();
            var own = line.amount().minus(tax);
            for (var share : line.basis().shares()) {
                sums.merge(chart.account(AccountRole.SHARES_TO_COME), share.amount(), Money::plus);
                own = own.minus(share.amount());
            }
            sums.merge(line.terms().account(), own, Money::plus);
            if (!tax.isZero()) {
                sums.merge(chart.outputVat(line.terms().vat()), tax, Money::plus);
            }
        }
        return sums;
    }

    private List<Posting> credit(int account, Money amount) {
        if (amount.isZero()) {
            return List.of();
        }
        var side = amount.isPositive() ? Side.CREDIT : Side.DEBIT;
        return List.of(Posting.of(account, side, amount.isPositive() ? amount : amount.negated(), id));
    }
}
