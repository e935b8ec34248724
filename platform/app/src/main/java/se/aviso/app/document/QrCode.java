package se.aviso.app.document;

import se.aviso.pagewriter.Picture;
import se.aviso.pagewriter.code.SquareCode;

/**
 * A text as squares that a camera reads, with the quiet zone that readers need (ISO/IEC 18004, four modules).
 *
 * @param text short: a payment, an address
 */
public record QrCode(String text) {
    private static final int QUIET = 4;

    /** The squares as the page writer takes them. */
    Picture.Squares squares() {
        var code = SquareCode.of(text);
        return new Picture.Squares(code.size() + 2 * QUIET, code.packed(QUIET));
    }

    /** The squares as one path of SVG; its view box begins at 0 and is {@link #size()} wide and high. */
    public String path() {
        var code = SquareCode.of(text);
        var path = new StringBuilder();
        for (var y = 0; y < code.size(); y++) {
            for (var x = 0; x < code.size(); x++) {
                if (code.isDark(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    /** Squares in a row, the quiet zone among them. */
    public int size() {
        return SquareCode.of(text).size() + 2 * QUIET;
    }
}
