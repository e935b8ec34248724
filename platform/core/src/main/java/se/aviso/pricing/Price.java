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
public record Price(LocalDate validFrom, String groupPath, int minAge, int maxAge, Money amount) {
    public Price {
        if (minAge < 0 || maxAge < minAge || amount.isNegative()) {
            throw new IllegalArgumentException("a price of " + amount + " for ages " + minAge + " to " + maxAge);
        }
    }

    /** True when both could be the price for the same member on the same day, and neither is the newer one. */
    public boolean meets(Price other) {
        return validFrom.equals(other.validFrom)
                && groupPath.equals(other.groupPath)
                && minAge <= other.maxAge
                && other.minAge <= maxAge;
    }

    boolean holdsFor(int age, String path, LocalDate day) {
        return age >= minAge && age <= maxAge && path.startsWith(groupPath) && !day.isBefore(validFrom);
    }
}
