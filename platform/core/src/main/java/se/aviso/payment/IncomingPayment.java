package se.aviso.payment;

import java.util.List;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.spi.bank.PaymentReference;

/**
 * What matching needs to know of a payment; a deduction is negative.
 *
 * @param numbers the giro numbers under which the one who was paid may have asked for it, the one that was paid to
 *     first: a reference is a document's only together with the number that it was given for
 */
public record IncomingPayment(PaymentId id, Money amount, List<PaymentReference> references, List<String> numbers) {
    private static final List<String> ANY = List.of("");

    public IncomingPayment {
        references = List.copyOf(references);
        numbers = List.copyOf(numbers);
    }

    /** Of somebody who has one number alone. */
    public IncomingPayment(PaymentId id, Money amount, List<PaymentReference> references) {
        this(id, amount, references, ANY);
    }

    /** True when the payer wrote anything that could be a reference. */
    public boolean gaveReference() {
        return references.stream().anyMatch(reference -> !reference.text().isBlank());
    }
}
