package se.aviso.spi.pricing;

import se.aviso.kernel.Money;

/** A part of what a position costs, in whole öre, tax included, not negative. */
public record PositionFee(Part part, Money amount) {
    public PositionFee {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a fee of " + amount);
        }
    }

    /** Whose fee it is, and what for. */
    public enum Part {
        /** Of the member's own group. */
        OWN,
        /** Of the district above. */
        DISTRICT,
        /** Of the federation. */
        FEDERATION,
        /** Paid once, with the first period. */
        ENTRY
    }
}
