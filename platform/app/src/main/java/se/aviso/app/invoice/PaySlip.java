package se.aviso.app.invoice;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import se.aviso.app.screen.SwishFace;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.payment.SwishPayment;

/**
 * What there is to pay of an invoice, to whom and how, and nothing of who is to pay it.
 *
 * @param amount what is left, or what it was about where nothing is
 * @param payable false where nothing is left to pay, or nobody need pay it any more
 */
public record PaySlip(
        String number,
        String ocr,
        GiroNumber giro,
        String seller,
        Money amount,
        boolean payable,
        LocalDate dueOn,
        Optional<SwishPayment> swish) {
    /** The slip of an invoice as it stands. */
    public static PaySlip of(InvoiceWhole whole) {
        var row = whole.row();
        var currency = Currency.getInstance(row.currency());
        var left = whole.left().map(open -> Money.parse(open, currency)).filter(Money::isPositive);
        return new PaySlip(
                row.number(),
                row.ocr(),
                whole.parties().giro(),
                whole.parties().sellerName(),
                left.orElseGet(() -> Money.parse(row.total(), currency)),
                left.isPresent(),
                row.dueOn(),
                left.flatMap(open -> SwishPayment.of(whole.parties().swish(), open, row.ocr())));
    }

    /** The amount as a bank's form takes it: {@code 575,00}. */
    public String bare() {
        return amount.toDecimal().replace('.', ',');
    }

    /** The payment as a code and a link for Swish, where the seller takes it. */
    public Optional<SwishFace> face() {
        return swish.map(SwishFace::of);
    }
}
