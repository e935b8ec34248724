package se.aviso.pricing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/**
 * One price of a list.
 *
 * @param groupPath the subtree it holds for; {@code /} for all groups
 * @param minAge first age in whole years, included
 * @param maxAge last age in whole years, included
 * @param endsFrom the first day on which it holds no longer, where it was ended
 */
public record Price(
        LocalDate validFrom,
        String groupPath,
        int minAge,
        int maxAge,
        Money amount,
        Use use,
        Optional<LocalDate> endsFrom) {
    public Price {
        if (minAge < 0 || maxAge < minAge || amount.isNegative()) {
            throw new IllegalArgumentException("a price of " + amount + " for ages " + minAge + " to " + maxAge);
        }
    }

    /** A price of the own fee, for first periods and renewals. */
    public Price(LocalDate validFrom, String groupPath, int minAge, int maxAge, Money amount) {
        this(validFrom, groupPath, minAge, maxAge, amount, Use.FEE, Optional.empty());
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

    /** True when it was ended, and holds no longer on that day. */
    public boolean hasEnded(LocalDate day) {
        return endsFrom.filter(end -> !day.isBefore(end)).isPresent();
    }

    /**
     * The price as it is once it is made to end. What is issued keeps it; an end that has not come can be moved.
     *
     * @param from the first day on which it holds no longer
     * @throws RuleViolation for a day that is over, for one before the price's first is over, and when it has ended
     */
    public Price endedFrom(LocalDate from, LocalDate today) {
        if (hasEnded(today)) {
            throw RuleViolation.of(
                    "price-has-ended", Map.of("day", endsFrom.orElseThrow().toString()));
        }
        if (from.isBefore(today)) {
            throw RuleViolation.at("/from", "end-is-past", Map.of("day", today.toString()));
        }
        if (!from.isAfter(validFrom)) {
            throw RuleViolation.at("/from", "price-ends-before-it-holds", Map.of("day", validFrom.toString()));
        }
        return new Price(validFrom, groupPath, minAge, maxAge, amount, use, Optional.of(from));
    }

    /** True when it is of the same group as the other, and of a later day. */
    boolean isNewerBeside(Price other) {
        return groupPath.equals(other.groupPath) && validFrom.isAfter(other.validFrom);
    }

    boolean holdsFor(int age, String path, LocalDate day) {
        return age >= minAge && age <= maxAge && path.startsWith(groupPath) && !day.isBefore(validFrom);
    }
}
