package se.aviso.run;

import java.time.Duration;
import java.time.Instant;

/** How long the documents of a run wait before they leave, so that a mistake can be called back unseen. */
public record HoldWindow(Duration length) {
    /** A reminder that waits longer than a week is about another debt. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** Documents leave at once. */
    public static final HoldWindow NONE = new HoldWindow(Duration.ZERO);

    /** @throws IllegalArgumentException when it is negative, longer than a week, or no whole minutes */
    public HoldWindow {
        if (!isPossible(length)) {
            throw new IllegalArgumentException("no hold of " + length);
        }
    }

    /** True for whole minutes up to a week. */
    public static boolean isPossible(Duration length) {
        return !length.isNegative()
                && length.compareTo(LONGEST) <= 0
                && length.equals(Duration.ofMinutes(length.toMinutes()));
    }

    /** When documents leave of a run that begins its work then. */
    public Instant until(Instant begun) {
        return begun.plus(length);
    }

    /** The length in minutes. */
    public int minutes() {
        return (int) length.toMinutes();
    }
}
