package se.aviso.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.VatRate;

/** Invoices as examples want them. */
final class InvoiceFixture {
    static final LocalDate ISSUED = LocalDate.of(2026, 11, 23);
    static final LocalDate DUE = LocalDate.of(2026, 12, 23);
    static final InvoiceId ID = new InvoiceId(new UUID(0, 1));
    static final PeriodId PERIOD = new PeriodId(new UUID(0, 2));
    static final OcrReference OCR = OcrReference.ofSerial(1);

    private InvoiceFixture() {}

    static Invoice claim(InvoiceLine... lines) {
        return document(InvoiceKind.CLAIM, lines);
    }

    static Invoice document(InvoiceKind kind, InvoiceLine... lines) {
        return draft(kind, lines).issue(ID, new InvoiceDraft.Numbering(7, OCR), ISSUED);
    }

    static InvoiceDraft draft(InvoiceKind kind, InvoiceLine... lines) {
        return new InvoiceDraft(kind, Occasion.RENEWAL, DUE, List.of(lines));
    }

    static InvoiceLine membership(Money amount) {
        var what = new InvoiceLine.Text(InvoiceLine.Kind.MEMBERSHIP, "Medlemskap 2027");
        return new InvoiceLine(what, 1, amount, new InvoiceLine.Terms(VatRate.EXEMPT, 3010), Optional.of(PERIOD));
    }

    static InvoiceLine product(Money unit, int quantity, VatRate vat, int account) {
        var what = new InvoiceLine.Text(InvoiceLine.Kind.PRODUCT, "Tröja");
        return new InvoiceLine(what, quantity, unit, new InvoiceLine.Terms(vat, account), Optional.empty());
    }
}
