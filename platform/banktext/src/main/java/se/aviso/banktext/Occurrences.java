package se.aviso.banktext;

import java.util.SplittableRandom;

/**
 * Numbers what bears the same name: 1, 2, 3; for banks give several payments one reference.
 *
 * <p>A hash table of plain numbers, as a file may hold millions of names. It remembers of each name 64 bits, mixed
 * alike in each reading, so that both passes and every later file number alike; two names that share them would count
 * on together, and still be told apart by themselves. Where they stand in the table is drawn anew, so that nobody can
 * write a file that is slow to read.
 */
public final class Occurrences {
    private final long multiplier = new SplittableRandom().nextLong() | 1;
    private long[] names = new long[64];
    private int[] counts = new int[64];
    private int taken;

    /** How many times the name has come, this one counted. */
    public int next(String name) {
        if (taken >= names.length / 4 * 3) {
            grow();
        }
        var hash = hash(name);
        var slot = slot(names, hash);
        taken += names[slot] == 0 ? 1 : 0;
        names[slot] = hash;
        return ++counts[slot];
    }

    /** Never nought, which is a free place. */
    private static long hash(String name) {
        var hash = 1_125_899_906_842_597L;
        for (var at = 0; at < name.length(); at++) {
            hash = (hash ^ name.charAt(at)) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }

    private void grow() {
        var larger = new long[names.length * 2];
        var largerCounts = new int[larger.length];
        for (var old = 0; old < names.length; old++) {
            if (names[old] != 0) {
                var slot = slot(larger, names[old]);
                larger[slot] = names[old];
                largerCounts[slot] = counts[old];
            }
        }
        names = larger;
        counts = largerCounts;
    }

    /** Where the name stands, or the free place where it belongs; the length is a power of two. */
    private int slot(long[] table, long name) {
        var slot = (int) ((name * multiplier) >>> (Long.numberOfLeadingZeros(table.length) + 1));
        while (table[slot] != 0 && table[slot] != name) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }
}
