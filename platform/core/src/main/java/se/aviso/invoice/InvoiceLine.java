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

    /** A line that only says something. */
    public static InvoiceLine words(String text) {
        return new InvoiceLine(new Text(Kind.TEXT, text), 1, Money.ore(0), Terms.NONE, Optional.empty());
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
        DISCOUNT;

        /**
         * True of what stands below the membership that it is of and names no period, or crediting it would end the
         * period.
         */
        public boolean isBelowItsMembership() {
            return this == ENTRY_FEE || this == DISCOUNT;
        }

        /** True where what is claimed is for the days of a period; what is paid once is for none. */
        public boolean isForDays() {
            return this != ENTRY_FEE;
        }
    }

    /**
     * What the line says.
     *
     * @param measure what it is counted in, such as {@code st}; may be empty
     * @param product the number under which it was sold; empty of all but products
     */
    public record Text(Kind kind, String text, String measure, String product) {
        /** What is no product. */
        public Text(Kind kind, String text, String measure) {
            this(kind, text, measure, "");
        }

        /** What is not counted in anything. */
        public Text(Kind kind, String text) {
            this(kind, text, "");
        }
    }

    /**
     * How the line is taxed, and on which revenue account it is booked.
     *
     * @param exemption why no VAT is charged, where the line is exempt and somebody has said so
     */
    public record Terms(VatRate vat, int account, Optional<String> exemption) {
        /** Of a line that amounts to nothing and is booked nowhere. */
        public static final Terms NONE = new Terms(VatRate.EXEMPT, 0);

        /** @throws IllegalArgumentException when a reason is given for an exemption that there is not */
        public Terms {
            if (exemption.isPresent() && vat != VatRate.EXEMPT) {
                throw new IllegalArgumentException("not exempt: " + vat);
            }
        }

        /** Without a reason of exemption of its own. */
        public Terms(VatRate vat, int account) {
            this(vat, account, Optional.empty());
        }
    }

    /** True for a line that only says something: it has no price and no tax. */
    public boolean isWords() {
        return what.kind() == Kind.TEXT;
    }

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
