package se.aviso.demo.bank;

import java.util.Locale;

/** Fills fields of a fixed width. */
final class Positions {
    private Positions() {}

    /** The text at the left, then blanks; what is too long is cut, and no character may end the record. */
    static String left(int width, String text) {
        var shown = text.replaceAll("\\p{Cntrl}", " ");
        return shown.length() < width ? shown + " ".repeat(width - shown.length()) : shown.substring(0, width);
    }

    /** Blanks, then the text at the right. */
    static String right(int width, String text) {
        return " ".repeat(width - text.length()) + text;
    }

    /** Zeros, then the number at the right. */
    static String zeros(int width, long number) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }
}
