package se.aviso.app.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.aviso.app.invoice.InvoiceDetail;
import se.aviso.app.invoice.ShowInvoice;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.statement.Payment;

/**
 * A receipt in the form of the REST API.
 *
 * @param number the invoice's
 * @param credited what was credited of the lines
 * @param rounded the few öre that payments lacked and that were given up
 * @param kept so much of what was paid is kept for the payer
 */
public record ReceiptBody(
        UUID invoiceId,
        String number,
        LocalDate paidOn,
        List<InvoiceDetail.Line> lines,
        List<Vat> vat,
        String credited,
        String writtenOff,
        String rounded,
        List<PaymentBody> payments,
        String paid,
        String kept,
        String currency) {
    /** What was sold at a rate, and the tax in it, before anything was credited. */
    public record Vat(VatRate rate, String net, String tax) {}

    /** Money that came in. */
    public record PaymentBody(LocalDate paidOn, Payment.Way way, String amount) {
        static PaymentBody of(Payment payment) {
            return new PaymentBody(
                    payment.paidOn(), payment.way(), payment.amount().toDecimal());
        }
    }

    static ReceiptBody of(ReceiptWhole whole) {
        var row = whole.detail().invoice();
        var receipt = whole.receipt();
        var credited = whole.notes().stream().map(note -> note.total()).reduce(Money.ore(0), Money::plus);
        return new ReceiptBody(
                row.id(),
                row.number(),
                receipt.paidOn(),
                whole.detail().lines(),
                ShowInvoice.vat(whole.detail()).stream()
                        .map(vat -> new Vat(
                                vat.rate(), vat.net().toDecimal(), vat.tax().toDecimal()))
                        .toList(),
                credited.toDecimal(),
                receipt.givenUp().writtenOff().toDecimal(),
                receipt.givenUp().rounded().toDecimal(),
                receipt.payments().stream().map(PaymentBody::of).toList(),
                receipt.paid().toDecimal(),
                receipt.kept().toDecimal(),
                row.currency());
    }
}
