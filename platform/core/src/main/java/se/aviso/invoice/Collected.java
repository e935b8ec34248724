package se.aviso.invoice;

import se.aviso.kernel.Money;

/**
 * How far a set of claims has been paid.
 *
 * @param claimed what they amount to, less what was credited
 */
public record Collected(Money claimed, Money received) {
    private static final long WHOLE = 100;

    /**
     * The share that was paid, in whole percent and downwards: the whole is said only when nothing is left. What was
     * paid beyond it does not count, and of nothing the whole is paid.
     */
    public int percent() {
        if (!received.isPositive()) {
            return claimed.isPositive() ? 0 : (int) WHOLE;
        }
        return received.compareTo(claimed) >= 0
                ? (int) WHOLE
                : (int) (Math.multiplyExact(received.minorUnits(), WHOLE) / claimed.minorUnits());
    }
}
