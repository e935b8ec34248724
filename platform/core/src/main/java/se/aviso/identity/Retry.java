package se.aviso.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * When something outside that did not do as asked is asked again: soon at first, then ever more seldom, and after a
 * dozen times, more than an hour later, not any more.
 *
 * <p>Each wait is a quarter shorter or longer by chance, so that what failed together does not come back together.
 */
public final class Retry {
    /** How often something is tried before it has failed for good. */
    public static final int MOST = 12;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final double LEAST = 0.75;

    private Retry() {}

    /**
     * How long to wait; nothing when it is given up.
     *
     * @param failures how often it has failed, from 1
     * @param chance from 0 to below 1
     */
    public static Optional<Duration> after(int failures, double chance) {
        if (failures < 1 || chance < 0 || chance >= 1) {
            throw new IllegalArgumentException(failures + " failures, chance " + chance);
        }
        if (failures >= MOST) {
            return Optional.empty();
        }
        var doubled = FIRST.toMillis() << (failures - 1);
        var plain = Math.min(doubled, LONGEST.toMillis());
        return Optional.of(Duration.ofMillis(Math.round(plain * (LEAST + chance / 2))));
    }
}
