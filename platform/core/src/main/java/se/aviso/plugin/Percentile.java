package se.aviso.plugin;

import java.util.Arrays;

/** The time within which so many of a hundred calls were over: the nearest rank, which one of them took. */
public final class Percentile {
    private static final int ALL = 100;

    private Percentile() {}

    /** Of these times, in any order; nothing of none. */
    public static long of(long[] times, int percent) {
        if (percent < 1 || percent > ALL) {
            throw new IllegalArgumentException("no percentile: " + percent);
        }
        if (times.length == 0) {
            return 0;
        }
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length * percent + ALL - 1) / ALL - 1];
    }
}
