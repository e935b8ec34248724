package se.aviso.pricing;

import java.time.LocalDate;
import se.aviso.kernel.Money;

/**
 * One price of a list.
 *
 * @param groupPath the subtree it holds for; {@code /} for all groups
 * @param minAge first age in whole years, included
 * @param maxAge last age in whole years, included
 */
public record Price(LocalDate validFrom, String groupPath, int minAge, int maxAge, Money amount, Use use) {
    public Price {
        if (minAge < 0 || maxAge < minAge || amount.isNegative()) {
            throw new IllegalArgumentException("a price of " + amount + " for ages " + minAge + " to " + maxAge);
        }
    }

    /** A price of the own fee, for first periods and renewals. */
    public Price(LocalDate validFrom, String groupPath, int minAge, int maxAge, Money amount) {
        this(validFrom, groupPath, minAge, maxAge, amount, Use.FEE);
    }

    /** What the price is the price of. */
    public record Use(PricePart part, PriceOccasion occasion) {
        /** The own fee of any period. */
        public static final Use FEE = new Use(PricePart.OWN, PriceOccasion.ANY);
    }

    /** True when both could be the price for the same member on the same day, and neither goes before the other. */
    public boolean meets(Price other) {
        return validFrom.equals(other.validFrom)
                && groupPath.equals(other.groupPath)
                && use.equals(other.use)
                && minAge <= other.maxAge
                && other.minAge <= maxAge;
    }

    boolean holdsFor(int age, String path, LocalDate day) {
        return age >= minAge && age <= maxAge && path.startsWith(groupPath) && !day.isBefore(validFrom);
    }
}
