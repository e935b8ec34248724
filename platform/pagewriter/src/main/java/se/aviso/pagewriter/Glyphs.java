package se.aviso.pagewriter;

import org.jspecify.annotations.Nullable;

/** The numbers and widths of a typeface's glyphs; does not change, so that all threads may read it. */
final class Glyphs {
    static final int NONE = 0;
    private static final int LETTERS = 0x2300;
    private static final char SOFT_HYPHEN = '\u00ad';

    private final char[] numbers = new char[LETTERS];
    private final float[] widths = new float[LETTERS];

    /** What the typeface writes. */
    Glyphs(Typeface typeface) {
        for (var letter = (char) 0x20; letter < LETTERS; letter++) {
            if (letter != SOFT_HYPHEN) {
                numbers[letter] = (char) typeface.glyph(letter);
                widths[letter] = numbers[letter] == NONE ? 0 : typeface.width(letter);
            }
        }
    }

    /** The number of the glyph, {@link #NONE} when there is none. */
    int number(char letter) {
        return letter < LETTERS ? numbers[letter] : NONE;
    }

    /** The width in thousandths of the size. */
    float width(char letter) {
        return widths[letter];
    }

    /** Why this text cannot be stamped; null when it can. */
    @Nullable
    Fallback refusal(String text, boolean keepsSpaces) {
        var before = ' ';
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (number(letter) == NONE) {
                return Fallback.GLYPH;
            }
            if (letter == ' ' && before == ' ' && !keepsSpaces) {
                return Fallback.SPACES;
            }
            before = letter;
        }
        return before == ' ' && !keepsSpaces ? Fallback.SPACES : null;
    }

    /** The width in thousandths of the size. */
    float width(String text) {
        var sum = 0f;
        for (var i = 0; i < text.length(); i++) {
            sum += widths[text.charAt(i)];
        }
        return sum;
    }
}
