package se.aviso.pagewriter.code;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text as dark and light squares, with the error correction M that mends a seventh of them. */
public final class SquareCode {
    private static final int BYTE_MODE = 4;
    private static final int LONG_COUNT_FROM = 10;
    private static final int FIRST_PAD = 0xec;
    private static final int OTHER_PAD = 0x11;

    private final long[] rows;

    private SquareCode(long[] rows) {
        this.rows = rows;
    }

    /**
     * The smallest code that holds the text.
     *
     * @throws IllegalArgumentException when the text has more than 251 bytes
     */
    public static SquareCode of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var form = SquareForm.holding(bytes.length);
        var rows = form.placed(interleaved(form, words(form, bytes)));
        var mask = form.bestMask(rows);
        for (var y = 0; y < rows.length; y++) {
            rows[y] ^= form.mask(mask)[y];
        }
        return new SquareCode(rows);
    }

    /** Squares on a side. */
    public int size() {
        return rows.length;
    }

    /** Whether a square is dark. */
    public boolean isDark(int x, int y) {
        return ((rows[y] >>> x) & 1) != 0;
    }

    /**
     * The squares from the top left, eight to a byte, each row from a new byte, dark is 1.
     *
     * @param quiet so many light squares round them
     */
    public byte[] packed(int quiet) {
        var side = size() + 2 * quiet;
        var stride = (side + 7) / 8;
        var packed = new byte[stride * side];
        for (var y = 0; y < size(); y++) {
            var from = (y + quiet) * stride;
            for (var i = 0; i < stride; i++) {
                packed[from + i] = eight(rows[y], i * 8 - quiet);
            }
        }
        return packed;
    }

    /** Eight squares from a column on, which may lie outside, the first one highest. */
    private static byte eight(long row, int column) {
        if (column <= -8 || column >= Long.SIZE) {
            return 0;
        }
        var squares = column < 0 ? row << -column : row >>> column;
        return (byte) (Integer.reverse((int) squares) >>> 24);
    }

    /** Mode, length, text and padding. */
    private static byte[] words(SquareForm form, byte[] text) {
        var words = new byte[form.dataWords()];
        var countBits = form.version() < LONG_COUNT_FROM ? 8 : 16;
        var at = countBits == 8 ? 1 : 2;
        words[0] = (byte) ((BYTE_MODE << 4) | ((text.length >> (countBits - 4)) & 0xf));
        if (countBits == 16) {
            words[1] = (byte) (text.length >> 4);
        }
        var carried = text.length & 0xf;
        for (var letter : text) {
            words[at++] = (byte) ((carried << 4) | ((letter & 0xff) >> 4));
            carried = letter & 0xf;
        }
        words[at++] = (byte) (carried << 4);
        for (var pad = FIRST_PAD; at < words.length; pad ^= FIRST_PAD ^ OTHER_PAD) {
            words[at++] = (byte) pad;
        }
        return words;
    }

    /** The words of all blocks dealt out in turns, then their corrections. */
    private static byte[] interleaved(SquareForm form, byte[] words) {
        var all = new byte[form.allWords()];
        var blocks = form.blocks();
        var longBlocks = form.allWords() % blocks;
        var shortLength = form.allWords() / blocks - form.corrections();
        var correction = new byte[form.corrections()];
        var from = 0;
        for (var block = 0; block < blocks; block++) {
            var place = block - (blocks - longBlocks);
            var length = shortLength + (place >= 0 ? 1 : 0);
            Arrays.fill(correction, (byte) 0);
            for (var i = 0; i < length; i++) {
                all[i < shortLength ? i * blocks + block : shortLength * blocks + place] = words[from + i];
                form.correct(correction, words[from + i]);
            }
            for (var i = 0; i < correction.length; i++) {
                all[form.dataWords() + i * blocks + block] = correction[i];
            }
            from += length;
        }
        return all;
    }
}
