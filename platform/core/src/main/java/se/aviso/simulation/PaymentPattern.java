package se.aviso.simulation;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How people pay: of ten thousand documents so many on each day, counted from the due day; the others never.
 *
 * @param shares documents of ten thousand by days after the due day, before it below 0
 */
public record PaymentPattern(SortedMap<Integer, Integer> shares) {
    /** All of them. */
    public static final int WHOLE = 10_000;

    /** 2^32 divided by the golden ratio: the steps of a sequence that fills an interval evenly (Weyl). */
    private static final long GOLDEN = 2_654_435_769L;

    private static final long CIRCLE = 1L << 32;

    /** @throws IllegalArgumentException for shares below nothing or above all */
    public PaymentPattern {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
        var sum = shares.values().stream().mapToInt(Integer::intValue).sum();
        if (sum > WHOLE || shares.values().stream().anyMatch(share -> share < 0)) {
            throw new IllegalArgumentException("shares of " + sum);
        }
    }

    /** So many of ten thousand pay, all on the due day. */
    public static PaymentPattern stated(int share) {
        return new PaymentPattern(new TreeMap<>(Map.of(0, share)));
    }

    /**
     * As it was: how many paid on which day after the due day, of how many in all.
     *
     * @throws IllegalArgumentException when there was nothing to pay, or less than was paid
     */
    public static PaymentPattern observed(Map<Integer, Long> paid, long all) {
        if (all < 1) {
            throw new IllegalArgumentException("a pattern of nothing");
        }
        var shares = new TreeMap<Integer, Integer>();
        var before = 0L;
        for (var day : new TreeMap<>(paid).entrySet()) {
            var after = before + day.getValue();
            shares.put(day.getKey(), Math.toIntExact(after * WHOLE / all - before * WHOLE / all));
            before = after;
        }
        return new PaymentPattern(shares);
    }

    /** How many of ten thousand pay at all. */
    public int paidShare() {
        return shares.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Days after its due day on which the document is paid; empty when it never is. Without chance: the same document
     * always fares alike, and of any run of documents as many pay on each day as the shares say, but for one or two.
     *
     * @param ordinal which one it is, counted on over all
     */
    public Optional<Integer> delay(long ordinal) {
        var place = Math.floorMod(ordinal * GOLDEN, CIRCLE) * WHOLE / CIRCLE;
        var upTo = 0;
        for (var day : shares.entrySet()) {
            upTo += day.getValue();
            if (place < upTo) {
                return Optional.of(day.getKey());
            }
        }
        return Optional.empty();
    }
}
