package se.aviso.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;

/**
 * What is to be credited of a claim, before it has a number; made by {@link Creditable}, which holds it to the rules.
 *
 * @param whole true when nothing of the claim is left after it
 * @param withdrawn the membership periods that lose the whole of what was claimed for them
 */
public record CreditDraft(Invoice invoice, List<CreditNote.Line> lines, boolean whole, Set<PeriodId> withdrawn) {
    public CreditDraft {
        lines = List.copyOf(lines);
        withdrawn = Set.copyOf(withdrawn);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a credit note without a line");
        }
    }

    /** What is taken back, tax included; never below nothing. */
    public Money total() {
        return lines.stream().map(CreditNote.Line::amount).reduce(Money::plus).orElseThrow();
    }

    /** The tax in it. */
    public Money vatAmount() {
        return lines.stream()
                .map(CreditNote.Line::vatAmount)
                .reduce(Money::plus)
                .orElseThrow();
    }

    /** Becomes a document that never changes. */
    public CreditNote issue(InvoiceId id, long number, LocalDate issuedOn) {
        return new CreditNote(id, number, issuedOn, this);
    }
}
