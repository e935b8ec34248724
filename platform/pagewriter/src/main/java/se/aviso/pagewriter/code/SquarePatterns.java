package se.aviso.pagewriter.code;

/** The patterns by which a camera finds a code and reads how it is made, and the masks between them. */
final class SquarePatterns {
    static final int TIMING = 6;
    private static final int LEVEL_M = 0;
    private static final int FORMAT_DIVISOR = 0x537;
    private static final int FORMAT_BITS = 15;
    private static final int FORMAT_MASK = 0x5412;
    private static final int VERSION_DIVISOR = 0x1f25;
    private static final int VERSION_SHOWN_FROM = 7;

    private final int version;
    private final int size;
    private final long[] dark;
    private final long[] taken;

    SquarePatterns(int version) {
        this.version = version;
        this.size = 17 + 4 * version;
        this.dark = new long[size];
        this.taken = new long[size];
        timing();
        corner(3, 3);
        corner(size - 4, 3);
        corner(3, size - 4);
        alignments();
        reserveFormat();
        if (version >= VERSION_SHOWN_FROM) {
            version();
        }
    }

    int size() {
        return size;
    }

    long[] dark() {
        return dark;
    }

    boolean isTaken(int x, int y) {
        return ((taken[y] >>> x) & 1) != 0;
    }

    /** How many squares are left for words; the last few may stay empty. */
    int free() {
        var free = size * size;
        for (var row : taken) {
            free -= Long.bitCount(row);
        }
        return free;
    }

    /** What is turned round under a mask, and the squares that say which mask it is. */
    long[] mask(int mask) {
        var rows = new long[size];
        for (var y = 0; y < size; y++) {
            for (var x = 0; x < size; x++) {
                if (isInverted(mask, x, y) && !isTaken(x, y)) {
                    rows[y] |= 1L << x;
                }
            }
        }
        format(rows, mask);
        return rows;
    }

    private static boolean isInverted(int mask, int x, int y) {
        return switch (mask) {
            case 0 -> (x + y) % 2 == 0;
            case 1 -> y % 2 == 0;
            case 2 -> x % 3 == 0;
            case 3 -> (x + y) % 3 == 0;
            case 4 -> (x / 3 + y / 2) % 2 == 0;
            case 5 -> x * y % 2 + x * y % 3 == 0;
            case 6 -> (x * y % 2 + x * y % 3) % 2 == 0;
            default -> ((x + y) % 2 + x * y % 3) % 2 == 0;
        };
    }

    private void timing() {
        for (var i = 0; i < size; i++) {
            set(TIMING, i, i % 2 == 0);
            set(i, TIMING, i % 2 == 0);
        }
    }

    private void corner(int middleX, int middleY) {
        for (var dy = -4; dy <= 4; dy++) {
            for (var dx = -4; dx <= 4; dx++) {
                var ring = Math.max(Math.abs(dx), Math.abs(dy));
                var x = middleX + dx;
                var y = middleY + dy;
                if (x >= 0 && x < size && y >= 0 && y < size) {
                    set(x, y, ring != 2 && ring != 4);
                }
            }
        }
    }

    private void alignments() {
        if (version == 1) {
            return;
        }
        var count = version / 7 + 2;
        var step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2;
        for (var i = 0; i < count; i++) {
            for (var j = 0; j < count; j++) {
                var isCorner = (i == 0 && (j == 0 || j == count - 1)) || (i == count - 1 && j == 0);
                if (!isCorner) {
                    alignment(middle(i, count, step), middle(j, count, step));
                }
            }
        }
    }

    private int middle(int place, int count, int step) {
        return place == 0 ? TIMING : size - 7 - (count - 1 - place) * step;
    }

    private void alignment(int middleX, int middleY) {
        for (var dy = -2; dy <= 2; dy++) {
            for (var dx = -2; dx <= 2; dx++) {
                set(middleX + dx, middleY + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
            }
        }
    }

    private void reserveFormat() {
        for (var bit = 0; bit < FORMAT_BITS; bit++) {
            formatBit(taken, bit);
        }
        taken[size - 8] |= 1L << 8;
    }

    /** Level and mask, twice, and one square that is always dark. */
    private void format(long[] rows, int mask) {
        var data = (LEVEL_M << 3) | mask;
        var bits = ((data << 10) | remainder(data, 10, FORMAT_DIVISOR, 9)) ^ FORMAT_MASK;
        for (var bit = 0; bit < FORMAT_BITS; bit++) {
            if (((bits >>> bit) & 1) != 0) {
                formatBit(rows, bit);
            }
        }
        rows[size - 8] |= 1L << 8;
    }

    private void formatBit(long[] rows, int bit) {
        if (bit < 8) {
            rows[bit < 6 ? bit : bit + 1] |= 1L << 8;
            rows[8] |= 1L << (size - 1 - bit);
        } else {
            rows[8] |= 1L << (bit == 8 ? 7 : 14 - bit);
            rows[size - 15 + bit] |= 1L << 8;
        }
    }

    private void version() {
        var bits = (version << 12) | remainder(version, 12, VERSION_DIVISOR, 11);
        for (var bit = 0; bit < 18; bit++) {
            var isDark = ((bits >>> bit) & 1) != 0;
            set(size - 11 + bit % 3, bit / 3, isDark);
            set(bit / 3, size - 11 + bit % 3, isDark);
        }
    }

    private static int remainder(int data, int bits, int divisor, int top) {
        var remainder = data;
        for (var i = 0; i < bits; i++) {
            remainder = (remainder << 1) ^ ((remainder >>> top) * divisor);
        }
        return remainder;
    }

    private void set(int x, int y, boolean isDark) {
        taken[y] |= 1L << x;
        dark[y] = isDark ? dark[y] | 1L << x : dark[y] & ~(1L << x);
    }
}
