package se.aviso.pagewriter.file;

/**
 * The fixed codes of RFC 1951, section 3.2.6, ready to be written: the bits in the order in which they are sent, and
 * above them how many they are.
 */
final class FixedCodes {
    /** The end of a block. */
    static final int END = code(0, 7);

    private static final int WIDTH_AT = 24;
    private static final int BITS = (1 << WIDTH_AT) - 1;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 258;
    private static final int NEAR = 256;
    private static final int FAR_SHIFT = 7;
    private static final int[] LITERALS = new int[256];
    private static final int[] LENGTHS = new int[LONGEST + 1];

    /** Of a distance less one up to {@link #NEAR}, then of each 128 beyond: the number of its code. */
    private static final byte[] DISTANCES = new byte[2 * NEAR];

    private static final int[] FIRST_OF_DISTANCE = new int[30];

    static {
        for (var literal = 0; literal < LITERALS.length; literal++) {
            LITERALS[literal] = literal < 144 ? code(0x30 + literal, 8) : code(0x190 + literal - 144, 9);
        }
        lengths();
        distances();
    }

    private FixedCodes() {}

    private static void lengths() {
        var first = SHORTEST;
        for (var symbol = 257; symbol < 285; symbol++) {
            var extra = symbol < 265 ? 0 : (symbol - 261) / 4;
            var code = symbol < 280 ? code(symbol - 256, 7) : code(0xc0 + symbol - 280, 8);
            for (var more = 0; more < 1 << extra; more++) {
                LENGTHS[first + more] = extended(code, more, extra);
            }
            first += 1 << extra;
        }
        LENGTHS[LONGEST] = code(0xc0 + 285 - 280, 8);
    }

    private static void distances() {
        var first = 0;
        for (var symbol = 0; symbol < FIRST_OF_DISTANCE.length; symbol++) {
            FIRST_OF_DISTANCE[symbol] = first;
            var next = first + (1 << extra(symbol));
            for (var less = first; less < next; less += less < NEAR ? 1 : 1 << FAR_SHIFT) {
                DISTANCES[place(less)] = (byte) symbol;
            }
            first = next;
        }
    }

    static int literal(byte letter) {
        return LITERALS[letter & 0xff];
    }

    /** So many bytes, 3 to 258, are as they were before. */
    static int length(int length) {
        return LENGTHS[length];
    }

    /** So many bytes before, 1 to 32,768. */
    static int distance(int distance) {
        var symbol = DISTANCES[place(distance - 1)];
        return extended(code(symbol, 5), distance - 1 - FIRST_OF_DISTANCE[symbol], extra(symbol));
    }

    static int bits(int code) {
        return code & BITS;
    }

    static int width(int code) {
        return code >>> WIDTH_AT;
    }

    private static int place(int less) {
        return less < NEAR ? less : NEAR + (less >>> FAR_SHIFT);
    }

    private static int extra(int symbol) {
        return symbol < 2 ? 0 : symbol / 2 - 1;
    }

    private static int code(int bits, int width) {
        return (Integer.reverse(bits) >>> (Integer.SIZE - width)) | (width << WIDTH_AT);
    }

    private static int extended(int code, int value, int extra) {
        return (code + (extra << WIDTH_AT)) | (value << width(code));
    }
}
