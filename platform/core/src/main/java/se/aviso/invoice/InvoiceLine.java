package se.aviso.invoice;

import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.VatRate;

/**
 * What is claimed for, how much of it, and at what price; prices include VAT.
 *
 * @param period the membership period that settling this line pays for
 */
public record InvoiceLine(Text what, int quantity, Money unit, Terms terms, Optional<PeriodId> period) {
    public InvoiceLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("a line of " + quantity);
        }
    }

    /** What a line is; the order is the code in the database. */
    public enum Kind {
        MEMBERSHIP,
        PRODUCT,
        FREE,
        TEXT
    }

    /** What the line says. */
    public record Text(Kind kind, String text) {}

    /** How the line is taxed, and on which revenue account it is booked. */
    public record Terms(VatRate vat, int account) {}

    /** Quantity times price, VAT included. */
    public Money amount() {
        return unit.times(quantity);
    }

    /** The tax in the amount, in whole öre. */
    public Money vatAmount() {
        return terms.vat().containedIn(amount());
    }
}
