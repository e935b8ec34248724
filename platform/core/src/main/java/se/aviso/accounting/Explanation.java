package se.aviso.accounting;

import java.util.List;
import se.aviso.kernel.Money;

/**
 * A balance, and the parts that it is said to be made of.
 *
 * @param opening what was there before the first of the parts
 */
public record Explanation(Money balance, Money opening, List<Money> parts) {
    public Explanation {
        parts = List.copyOf(parts);
    }

    /** What the parts come to, with what was there before. */
    public Money sum() {
        return parts.stream().reduce(opening, Money::plus);
    }

    /** By how much the balance is more than its parts; nothing where they explain it to the öre. */
    public Money missing() {
        return balance.minus(sum());
    }

    /** True when the parts are the balance. */
    public boolean isWhole() {
        return missing().isZero();
    }
}
