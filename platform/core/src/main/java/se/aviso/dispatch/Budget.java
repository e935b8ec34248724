package se.aviso.dispatch;

import java.util.Optional;
import se.aviso.kernel.Money;

/**
 * What a channel may cost a tenant in a calendar month.
 *
 * @param cap empty where nothing holds it back
 */
public record Budget(Optional<Money> cap) {
    /** Nothing holds it back. */
    public static final Budget OPEN = new Budget(Optional.empty());

    /** @throws IllegalArgumentException when it is below nothing */
    public Budget {
        if (cap.filter(Money::isNegative).isPresent()) {
            throw new IllegalArgumentException("a cap below nothing");
        }
    }

    /**
     * How many more may leave this month.
     *
     * @param spent so far
     * @param each what one of them costs
     */
    public int lets(int wanted, Money spent, Money each) {
        if (cap.isEmpty() || !each.isPositive()) {
            return wanted;
        }
        var left = Math.max(0, cap.get().minus(spent).minorUnits());
        return (int) Math.min(wanted, left / each.minorUnits());
    }
}
