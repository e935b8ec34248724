package se.aviso.banktext;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How many times each number has come. A number that has come once takes eight bytes and its share of the tables' free
 * places; only of those that come again the count is kept, for a file may hold millions of which few do. There are many
 * tables, so that a growing one is small beside all.
 */
public final class Counts {
    private static final int TABLE_BITS = 6;

    private final long spread = new SplittableRandom().nextLong() | 1;
    private final NumberTable[] seen = new NumberTable[1 << TABLE_BITS];
    private NumberTable again = new NumberTable();
    private int[] times = new int[again.length()];

    public Counts() {
        Arrays.setAll(seen, any -> new NumberTable());
    }

    /** How many times the number has come, this one counted; nought is no number. */
    public int next(long number) {
        var which = (int) ((number * spread) >>> (Long.SIZE - TABLE_BITS));
        if (seen[which].isFull()) {
            seen[which] = seen[which].doubled();
        }
        return seen[which].take(seen[which].place(number), number) ? 1 : 1 + oneMore(number);
    }

    private int oneMore(long number) {
        if (again.isFull()) {
            grow();
        }
        var place = again.place(number);
        again.take(place, number);
        return ++times[place];
    }

    private void grow() {
        var larger = again.doubled();
        var moved = new int[larger.length()];
        for (var place = 0; place < times.length; place++) {
            if (times[place] != 0) {
                moved[larger.place(again.at(place))] = times[place];
            }
        }
        again = larger;
        times = moved;
    }
}
