package se.aviso.invoice;

import java.time.LocalDate;
import java.util.List;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;

/** An invoice before it has a number: may still be changed or thrown away. */
public record InvoiceDraft(InvoiceKind kind, Occasion occasion, LocalDate dueOn, List<InvoiceLine> lines) {
    private static final Money SIMPLIFIED = Money.kronor(4_000);

    public InvoiceDraft {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an invoice without a line");
        }
        if (sum(lines).isNegative()) {
            throw new IllegalArgumentException("an invoice of " + sum(lines));
        }
    }

    /** The sum of the lines, VAT included. */
    public Money total() {
        return sum(lines);
    }

    /** The tax in the lines. */
    public Money vatAmount() {
        return lines.stream().map(InvoiceLine::vatAmount).reduce(Money::plus).orElseThrow();
    }

    /**
     * True when the seller's VAT number must stand on it: tax is in it, and it is of more than a simplified invoice may
     * be, 4,000 kr with the tax (mervärdesskattelagen 2023:200, chapter 17, on simplified invoices).
     */
    public boolean needsVatNumber() {
        return vatAmount().isPositive() && total().compareTo(SIMPLIFIED) > 0;
    }

    /** Becomes a document that never changes. */
    public Invoice issue(InvoiceId id, Numbering numbering, LocalDate issuedOn) {
        return new Invoice(id, numbering, issuedOn, this);
    }

    private static Money sum(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::amount).reduce(Money::plus).orElseThrow();
    }

    /** The unbroken number in the seller's series, and the reference for the payer. */
    public record Numbering(long number, OcrReference ocr) {
        /** The number of what is not issued. */
        public static final long NONE = 0;
    }
}
