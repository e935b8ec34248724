package se.aviso.dispatch;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * Which of those, by their place, may leave this month: each is paid for before the next is looked at, and one that
     * is too dear keeps no cheaper one behind it back.
     *
     * @param spent so far
     */
    public Set<Integer> pays(List<Money> costs, Money spent) {
        var paid = new HashSet<Integer>();
        var sum = spent;
        for (var place = 0; place < costs.size(); place++) {
            var cost = costs.get(place);
            var after = sum.plus(cost);
            if (!cost.isPositive()
                    || cap.filter(most -> after.compareTo(most) > 0).isEmpty()) {
                paid.add(place);
                sum = after;
            }
        }
        return paid;
    }
}
