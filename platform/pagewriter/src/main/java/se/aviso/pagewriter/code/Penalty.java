package se.aviso.pagewriter.code;

/**
 * How much a camera might be misled by squares under a mask: long runs, blocks, what looks like a corner, imbalance.
 */
final class Penalty {
    private static final int BLOCK = 3;
    private static final int CORNER = 40;
    private static final int IMBALANCE = 10;

    private Penalty() {}

    /** Of the rows, of blocks and of the balance. */
    static int of(long[] squares, long[] mask) {
        var size = squares.length;
        var inside = (1L << (size - 1)) - 1;
        var penalty = 0;
        var dark = 0;
        var above = 0L;
        var sameAbove = 0L;
        for (var y = 0; y < size; y++) {
            var row = squares[y] ^ mask[y];
            var same = same(row, size);
            penalty += line(row, same);
            if (y > 0) {
                penalty += BLOCK * Long.bitCount(same & sameAbove & ~(row ^ above) & inside);
            }
            dark += Long.bitCount(row);
            above = row;
            sameAbove = same;
        }
        var all = size * size;
        var steps = (Math.abs(dark * 20 - all * 10) + all - 1) / all - 1;
        return penalty + Math.max(0, steps) * IMBALANCE;
    }

    /** Of the columns, handed in as rows. */
    static int ofColumns(long[] turned, long[] turnedMask) {
        var penalty = 0;
        for (var x = 0; x < turned.length; x++) {
            var column = turned[x] ^ turnedMask[x];
            penalty += line(column, same(column, turned.length));
        }
        return penalty;
    }

    /** Where a square is as the one after it. */
    private static long same(long line, int size) {
        return ~(line ^ (line >>> 1)) & ((1L << (size - 1)) - 1);
    }

    private static int line(long line, long same) {
        var pairs = same & (same >>> 1);
        var runs = pairs & (pairs >>> 2);
        var penalty = Long.bitCount(runs) + 2 * Long.bitCount(runs & ~(runs << 1));
        var light = ~line;
        var corner = line & (light >>> 1) & (line >>> 2) & (line >>> 3) & (line >>> 4) & (light >>> 5) & (line >>> 6);
        if (corner != 0) {
            var after = (light >>> 7) & (light >>> 8) & (light >>> 9) & (light >>> 10);
            var before = ((light << 1) | 1) & ((light << 2) | 3) & ((light << 3) | 7) & ((light << 4) | 15);
            penalty += CORNER * (Long.bitCount(corner & after) + Long.bitCount(corner & before));
        }
        return penalty;
    }
}
