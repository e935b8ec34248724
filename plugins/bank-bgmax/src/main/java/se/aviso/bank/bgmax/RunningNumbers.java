package se.aviso.bank.bgmax;

import java.util.SplittableRandom;

/**
 * Numbers the payments of a section that share a serial number and a record type: 1, 2, 3.
 *
 * <p>A hash table of plain numbers, for a section may hold millions of payments and each must be remembered. It hashes
 * by a number drawn anew for each section, so that nobody can write a file that is slow to read.
 */
final class RunningNumbers {
    private final long multiplier = new SplittableRandom().nextLong() | 1;
    private long[] keys = new long[64];
    private int[] counts = new int[64];
    private int taken;

    /** The next number of the serial number, payments and deductions apart. */
    int next(long serial, boolean deduction) {
        if (taken >= keys.length / 4 * 3) {
            grow();
        }
        var key = serial * 2 + (deduction ? 2 : 1);
        var slot = slot(keys, key);
        taken += keys[slot] == 0 ? 1 : 0;
        keys[slot] = key;
        counts[slot]++;
        return counts[slot];
    }

    private void grow() {
        var largerKeys = new long[keys.length * 2];
        var largerCounts = new int[largerKeys.length];
        for (var old = 0; old < keys.length; old++) {
            if (keys[old] != 0) {
                var slot = slot(largerKeys, keys[old]);
                largerKeys[slot] = keys[old];
                largerCounts[slot] = counts[old];
            }
        }
        keys = largerKeys;
        counts = largerCounts;
    }

    /** Where the key stands, or the free place where it belongs; the length is a power of two. */
    private int slot(long[] keys, long key) {
        var slot = (int) ((key * multiplier) >>> (Long.numberOfLeadingZeros(keys.length) + 1));
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
