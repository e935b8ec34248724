package se.aviso.pagewriter.code;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** All of a version of the code that does not depend on the text: made once, read by all. */
final class SquareForm {
    private static final int MASKS = 8;
    private static final int VERSIONS = 11;
    private static final int[] CORRECTIONS = {10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30};
    private static final int[] BLOCKS = {1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5};
    private static final AtomicReferenceArray<SquareForm> MADE = new AtomicReferenceArray<>(VERSIONS + 1);

    private final int version;
    private final SquarePatterns patterns;
    private final Galois galois;
    private final int[] columns;
    private final int[] rows;
    private final long[][] masks = new long[MASKS][];
    private final long[][] turnedMasks = new long[MASKS][];

    private SquareForm(int version) {
        this.version = version;
        this.patterns = new SquarePatterns(version);
        this.galois = new Galois(corrections());
        var free = patterns.free();
        this.columns = new int[free];
        this.rows = new int[free];
        path();
        for (var mask = 0; mask < MASKS; mask++) {
            masks[mask] = patterns.mask(mask);
            turnedMasks[mask] = turned(masks[mask]);
        }
    }

    /** The smallest form for a text of so many bytes. */
    static SquareForm holding(int bytes) {
        for (var version = 1; version <= VERSIONS; version++) {
            var form = of(version);
            if (bytes + (version < 10 ? 2 : 3) <= form.dataWords()) {
                return form;
            }
        }
        throw new IllegalArgumentException("a code cannot hold " + bytes + " bytes");
    }

    private static SquareForm of(int version) {
        var known = MADE.get(version);
        if (known != null) {
            return known;
        }
        var form = new SquareForm(version);
        MADE.set(version, form);
        return form;
    }

    int version() {
        return version;
    }

    int blocks() {
        return BLOCKS[version - 1];
    }

    /** Words of correction in a block. */
    int corrections() {
        return CORRECTIONS[version - 1];
    }

    int allWords() {
        return columns.length / 8;
    }

    int dataWords() {
        return allWords() - corrections() * blocks();
    }

    /** Takes one more word into the correction of its block. */
    void correct(byte[] correction, byte word) {
        galois.divide(correction, word);
    }

    long[] mask(int mask) {
        return masks[mask];
    }

    /** The patterns with the words between them. */
    long[] placed(byte[] words) {
        var squares = patterns.dark().clone();
        for (var bit = 0; bit < words.length * 8; bit++) {
            squares[rows[bit]] |= (long) ((words[bit >> 3] >> (7 - (bit & 7))) & 1) << columns[bit];
        }
        return squares;
    }

    /** The mask under which a camera is least misled. */
    int bestMask(long[] squares) {
        var turned = turned(squares);
        var best = 0;
        var least = Integer.MAX_VALUE;
        for (var mask = 0; mask < MASKS; mask++) {
            var penalty = Penalty.of(squares, masks[mask]) + Penalty.ofColumns(turned, turnedMasks[mask]);
            if (penalty < least) {
                least = penalty;
                best = mask;
            }
        }
        return best;
    }

    /** Rows become columns: the bits of 64 longs are swapped in blocks of 32, 16, 8, 4, 2 and 1. */
    private static long[] turned(long[] squares) {
        var all = new long[64];
        System.arraycopy(squares, 0, all, 0, squares.length);
        var mask = 0x00000000ffffffffL;
        for (var width = 32; width != 0; width >>= 1, mask ^= mask << width) {
            for (var row = 0; row < 64; row = ((row | width) + 1) & ~width) {
                var swap = ((all[row] >>> width) ^ all[row | width]) & mask;
                all[row] ^= swap << width;
                all[row | width] ^= swap;
            }
        }
        return Arrays.copyOf(all, squares.length);
    }

    /** Up and down in pairs of columns from the right, past what is taken. */
    private void path() {
        var size = patterns.size();
        var bit = 0;
        for (var right = size - 1; right >= 1; right -= 2) {
            if (right == SquarePatterns.TIMING) {
                right--;
            }
            var isUpwards = ((right + 1) & 2) == 0;
            for (var step = 0; step < size; step++) {
                var y = isUpwards ? size - 1 - step : step;
                for (var x = right; x > right - 2; x--) {
                    if (!patterns.isTaken(x, y)) {
                        columns[bit] = x;
                        rows[bit++] = y;
                    }
                }
            }
        }
    }
}
