package se.aviso.app.statement;

import java.util.List;
import se.aviso.app.invoice.CreditNoteStore;
import se.aviso.app.invoice.InvoiceDetail;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.statement.PaymentReceipt;

/**
 * A receipt with the invoice that it is for.
 *
 * @param stored the invoice as it was issued, without an address that the caller may not see
 * @param notes the credit notes of the invoice
 */
record ReceiptWhole(
        InvoiceDetail detail, InvoiceStore.Stored stored, List<CreditNoteStore.Issued> notes, PaymentReceipt receipt) {}
