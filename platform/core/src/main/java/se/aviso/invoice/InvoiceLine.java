package se.aviso.invoice;

import java.util.List;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.VatRate;
import se.aviso.pricing.Explanation;
import se.aviso.share.Share;

/**
 * What is claimed for, how much of it, and at what price; prices include VAT.
 *
 * @param unit below nothing on a line that takes off
 * @param period the membership period that settling this line pays for
 * @param basis why it costs that much, and whose it is
 */
public record InvoiceLine(Text what, int quantity, Money unit, Terms terms, Optional<PeriodId> period, Basis basis) {
    public InvoiceLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("a line of " + quantity);
        }
    }

    /** A line that is all the seller's, and of which nothing is explained. */
    public InvoiceLine(Text what, int quantity, Money unit, Terms terms, Optional<PeriodId> period) {
        this(what, quantity, unit, terms, period, Basis.NONE);
    }

    /** What a line is; the order is the code in the database. */
    public enum Kind {
        MEMBERSHIP,
        PRODUCT,
        FREE,
        TEXT,
        /** Paid once, with the first period. */
        ENTRY_FEE,
        /** Takes off what others lines claim, for a reason. */
        DISCOUNT
    }

    /** What the line says. */
    public record Text(Kind kind, String text) {}

    /** How the line is taxed, and on which revenue account it is booked. */
    public record Terms(VatRate vat, int account) {}

    /**
     * What stands behind the amount.
     *
     * @param shares what of the amount is other groups' and not the seller's; the rest is the seller's
     */
    public record Basis(Explanation why, List<Share> shares) {
        /** Nothing explained, all the seller's. */
        public static final Basis NONE = new Basis(Explanation.NONE, List.of());

        public Basis {
            shares = List.copyOf(shares);
        }
    }

    /** Quantity times price, VAT included. */
    public Money amount() {
        return unit.times(quantity);
    }

    /** The tax in the amount, in whole öre. */
    public Money vatAmount() {
        return terms.vat().containedIn(amount());
    }
}
