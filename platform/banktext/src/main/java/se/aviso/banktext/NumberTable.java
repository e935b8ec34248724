package se.aviso.banktext;

import java.util.SplittableRandom;

/**
 * Where numbers stand in a table that grows with them; nought is a free place. Where is drawn anew for each table, so
 * that nobody can write a file that is slow to read.
 */
final class NumberTable {
    private final long multiplier = new SplittableRandom().nextLong() | 1;
    private long[] numbers = new long[16];
    private int taken;

    /** True when three quarters are taken: the next number may find its place late. */
    boolean isFull() {
        return taken >= numbers.length / 4 * 3;
    }

    int length() {
        return numbers.length;
    }

    /** The number at that place, nought where it is free. */
    long at(int place) {
        return numbers[place];
    }

    /** Where the number stands, or the free place where it belongs; the length is a power of two. */
    int place(long number) {
        var place = (int) ((number * multiplier) >>> (Long.numberOfLeadingZeros(numbers.length) + 1));
        while (numbers[place] != 0 && numbers[place] != number) {
            place = (place + 1) & (numbers.length - 1);
        }
        return place;
    }

    /** Takes the free place; false where the number stands there already. */
    boolean take(int place, long number) {
        if (numbers[place] == number) {
            return false;
        }
        numbers[place] = number;
        taken++;
        return true;
    }

    /** Twice as long, each number at its new place. */
    NumberTable doubled() {
        var larger = new NumberTable(numbers.length * 2);
        for (var number : numbers) {
            if (number != 0) {
                larger.take(larger.place(number), number);
            }
        }
        return larger;
    }

    NumberTable() {}

    private NumberTable(int length) {
        numbers = new long[length];
    }
}
