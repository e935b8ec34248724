package se.aviso.dispatch;

import java.time.Duration;

/**
 * How long is waited before a hand-over is tried again: any time up to a length that doubles with each attempt (full
 * jitter), so that what failed together does not come back together.
 *
 * @param first the longest wait after the first attempt
 * @param longest no wait is longer
 * @param attempts so many, and it is given up
 */
public record Backoff(Duration first, Duration longest, int attempts) {
    /** What its own receiver does not take for an hour is given up; a provider that takes nothing costs no attempts. */
    public static final Backoff OF_DISPATCHES = new Backoff(Duration.ofSeconds(20), Duration.ofMinutes(30), 12);

    /** A provider that takes nothing is asked again for as long as it may take. */
    public static final Backoff OF_PROVIDERS =
            new Backoff(Duration.ofSeconds(20), Duration.ofMinutes(30), Integer.MAX_VALUE);

    private static final int MOST_DOUBLINGS = 30;

    /** True when so many attempts were enough. */
    public boolean isOver(int made) {
        return made >= attempts;
    }

    /**
     * The wait after so many attempts.
     *
     * @param chance from 0 to below 1, drawn anew each time
     */
    public Duration after(int made, double chance) {
        var doubled = first.multipliedBy(1L << Math.min(Math.max(made - 1, 0), MOST_DOUBLINGS));
        var bound = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofMillis(Math.round(bound.toMillis() * chance));
    }
}
