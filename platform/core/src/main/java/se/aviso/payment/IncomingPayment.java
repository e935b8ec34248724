package se.aviso.payment;

import java.util.List;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.spi.bank.PaymentReference;

/** What matching needs to know of a payment; a deduction is negative. */
public record IncomingPayment(PaymentId id, Money amount, List<PaymentReference> references) {
    public IncomingPayment {
        references = List.copyOf(references);
    }

    /** True when the payer wrote anything that could be a reference. */
    public boolean gaveReference() {
        return references.stream().anyMatch(reference -> !reference.text().isBlank());
    }
}
