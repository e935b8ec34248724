package se.aviso.pagewriter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the objects of a finished file stand, by the table at its end. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FilePlaces(int table, int lines, int[] places) {
    private static final int LINE = 20;
    private static final byte[] START = "startxref\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TABLE = "xref\n0 ".getBytes(StandardCharsets.US_ASCII);
    private static final int END = 64;
    private static final int PLACE_DIGITS = 10;

    private static final FilePlaces NONE = new FilePlaces(0, 0, new int[0]);

    /** The places; none of a file whose table has another form. */
    static FilePlaces of(byte[] pdf) {
        var start = find(pdf, START, Math.max(0, pdf.length - END), pdf.length);
        var table = start < 0 ? -1 : number(pdf, start + START.length);
        if (table < 0 || find(pdf, TABLE, table, table + TABLE.length) < 0) {
            return NONE;
        }
        var count = number(pdf, table + TABLE.length);
        var lines = find(pdf, new byte[] {'\n'}, table + TABLE.length, pdf.length) + 1;
        return count < 1 || lines + (long) count * LINE > pdf.length
                ? NONE
                : new FilePlaces(table, lines, places(pdf, lines, count));
    }

    private static int[] places(byte[] pdf, int lines, int count) {
        var places = new int[count];
        for (var object = 1; object < count; object++) {
            places[object] = number(pdf, lines + object * LINE);
        }
        return places;
    }

    boolean isKnown() {
        return places.length > 1 && Arrays.stream(places).allMatch(place -> place >= 0 && place < table);
    }

    /**
     * The numbers of the objects that stand before the first one: what the pages of a stamped file have alike, up to
     * those that come after all. Empty where the file was not stamped.
     */
    Range before() {
        var numbers = IntStream.range(2, places.length)
                .filter(object -> places[object] < places[1])
                .toArray();
        var first = numbers.length == 0 ? 0 : numbers[0];
        return numbers.length == 0 || numbers[numbers.length - 1] - first + 1 != numbers.length
                ? new Range(0, 0)
                : new Range(first, first + numbers.length);
    }

    /** Numbers from one up to, and without, another. */
    record Range(int from, int to) {
        boolean isEmpty() {
            return from == to;
        }
    }

    /** Where the table's line of an object begins. */
    int line(int object) {
        return lines + object * LINE;
    }

    /** All places as they follow each other, and where the table begins. */
    int[] inOrder() {
        var ends = Arrays.copyOf(places, places.length);
        ends[0] = table;
        Arrays.sort(ends);
        return ends;
    }

    /** A number in digits; -1 where there is none, or it is no place in a file of ours. */
    private static int number(byte[] pdf, int from) {
        var number = 0L;
        var at = from;
        while (at < pdf.length && at - from < PLACE_DIGITS && pdf[at] >= '0' && pdf[at] <= '9') {
            number = number * 10 + pdf[at++] - '0';
        }
        return at == from || number > Integer.MAX_VALUE ? -1 : (int) number;
    }

    /** Where the bytes stand, wholly between the two; -1 where they do not. */
    static int find(byte[] pdf, byte[] wanted, int from, int to) {
        for (var at = from; at <= Math.min(to, pdf.length) - wanted.length; at++) {
            if (pdf[at] == wanted[0] && Arrays.equals(pdf, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
