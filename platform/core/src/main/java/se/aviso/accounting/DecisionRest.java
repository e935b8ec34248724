package se.aviso.accounting;

import java.time.Duration;

/** How long an export rests that could not be decided, so that it holds up no other and comes back by itself. */
public final class DecisionRest {
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    private DecisionRest() {}

    /** The rest after so many tries in a row: twice as long each time, an hour at the most. */
    public static Duration after(int tries) {
        var doubled = FIRST.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
