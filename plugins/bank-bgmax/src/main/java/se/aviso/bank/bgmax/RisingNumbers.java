package se.aviso.bank.bgmax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of numbers of which each is above all before: what lies between two is kept, in a byte or two, 256 numbers to a
 * block. Millions of serial numbers take some megabytes so.
 */
final class RisingNumbers {
    private static final int BLOCK = 256;
    private static final int LONGEST_GAP = 10;
    private static final int LOW_BITS = 0x7f;
    private static final int BITS = 7;

    private final List<byte[]> closed = new ArrayList<>();
    private final byte[] open = new byte[BLOCK * LONGEST_GAP];
    private long[] firsts = new long[16];
    private int blocks;
    private int length;
    private int inOpen = BLOCK;
    private long last = -1;

    /** Adds the number where it is above all before; false where it is not. */
    boolean add(long number) {
        if (number <= last) {
            return false;
        }
        if (inOpen == BLOCK) {
            begin(number);
        } else {
            write(number - last);
        }
        inOpen++;
        last = number;
        return true;
    }

    /** True when it was added. */
    boolean has(long number) {
        if (number > last) {
            return false;
        }
        var block = Arrays.binarySearch(firsts, 0, blocks, number);
        return block >= 0 || (block < -1 && isIn(-block - 2, number));
    }

    private void begin(long number) {
        if (blocks > 0) {
            closed.add(Arrays.copyOf(open, length));
        }
        if (blocks == firsts.length) {
            firsts = Arrays.copyOf(firsts, blocks * 2);
        }
        firsts[blocks++] = number;
        inOpen = 0;
        length = 0;
    }

    /** Seven bits a byte, the lowest first; a byte above 127 says that more follow. */
    private void write(long gap) {
        var rest = gap;
        while (rest > LOW_BITS) {
            open[length++] = (byte) ((rest & LOW_BITS) | ~LOW_BITS);
            rest >>>= BITS;
        }
        open[length++] = (byte) rest;
    }

    private boolean isIn(int block, long number) {
        var isOpen = block == closed.size();
        var bytes = isOpen ? open : closed.get(block);
        var end = isOpen ? length : bytes.length;
        var met = firsts[block];
        var gap = 0L;
        var shift = 0;
        for (var at = 0; at < end && met < number; at++) {
            gap |= (long) (bytes[at] & LOW_BITS) << shift;
            shift += BITS;
            if (bytes[at] >= 0) {
                met += gap;
                gap = 0;
                shift = 0;
            }
        }
        return met == number;
    }
}
