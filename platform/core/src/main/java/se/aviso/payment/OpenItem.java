package se.aviso.payment;

import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;

/**
 * A document that a payment may settle.
 *
 * @param claimed the total of the document
 * @param open what is still to pay
 */
public record OpenItem(InvoiceId id, InvoiceKind kind, State state, Money claimed, Money open) {
    /** What became of the document beside payments. */
    public enum State {
        STANDING,
        CREDITED,
        LAPSED,
        WITHDRAWN,
        WRITTEN_OFF
    }

    OpenItem after(Money paid) {
        return new OpenItem(id, kind, state, claimed, open.minus(paid));
    }
}
