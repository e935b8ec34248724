package se.aviso.payment;

import java.util.Map;
import java.util.Optional;

/**
 * What people of a tenant made of suggestions, by the reasons that these had: how often one with exactly such reasons
 * was there to be chosen, and how often it was.
 *
 * <p>The score of a suggestion is the share of those that were right, smoothed with a stated guess that counts as much
 * as {@link #GUESS_COUNTS} decisions: {@code (right + 8 × guess) / (offered + 8)}. With more decisions it comes as near
 * to their share as one likes. While there are fewer than {@link #FEW}, the guess stands alone and is called one.
 */
public record SuggestionHistory(Map<Long, Tally> tallies) {
    /** With fewer decisions than this nothing is learned. */
    public static final int FEW = 5;

    /** The guess weighs as much as so many decisions. */
    public static final int GUESS_COUNTS = 8;

    /** Nobody has decided anything yet. */
    public static final SuggestionHistory NONE = new SuggestionHistory(Map.of());

    private static final int WHOLE = 100;

    public SuggestionHistory {
        tallies = Map.copyOf(tallies);
    }

    /** Of so many that were there to be chosen, so many were. */
    public record Tally(long offered, long right) {
        public Tally {
            if (right < 0 || right > offered) {
                throw new IllegalArgumentException(right + " right of " + offered);
            }
        }
    }

    /**
     * How likely a suggestion is the right one.
     *
     * @param percent from 0 to 100
     * @param learned from how many decisions; nothing where it is a stated guess
     */
    public record Score(int percent, Optional<Tally> learned) {}

    /**
     * The score of what has these reasons.
     *
     * @param pattern the reasons, {@link Evidence#pattern}
     * @param guess what is stated while nothing is learned, in percent
     */
    public Score score(long pattern, int guess) {
        return Optional.ofNullable(tallies.get(pattern))
                .filter(tally -> tally.offered() >= FEW)
                .map(tally -> new Score(smoothed(tally, guess), Optional.of(tally)))
                .orElseGet(() -> new Score(guess, Optional.empty()));
    }

    private static int smoothed(Tally tally, int guess) {
        var right = tally.right() * WHOLE + (long) GUESS_COUNTS * guess;
        var all = tally.offered() + GUESS_COUNTS;
        return Math.toIntExact((2 * right + all) / (2 * all));
    }
}
