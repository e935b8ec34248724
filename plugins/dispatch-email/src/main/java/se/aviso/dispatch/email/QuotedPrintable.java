package se.aviso.dispatch.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Text in the encoding of mails that leaves most letters as they are (RFC 2045, 6.7). The library's own goes byte by
 * byte through streams on streams, which was a tenth of what a mail cost.
 */
final class QuotedPrintable {
    private static final int LONGEST_LINE = 76;
    private static final byte[] SOFT_BREAK = {'=', '\r', '\n'};
    private static final byte[] BREAK = {'\r', '\n'};
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final ByteArrayOutputStream written;
    private int column;

    private QuotedPrintable(int size) {
        written = new ByteArrayOutputStream(size);
    }

    /** The text in UTF-8, with the line ends of mails whatever its own are. */
    static byte[] encode(String text) {
        var bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        var encoded = new QuotedPrintable(bytes.length + bytes.length / 4);
        for (var at = 0; at < bytes.length; at++) {
            encoded.add(bytes[at], at + 1 == bytes.length || bytes[at + 1] == '\n');
        }
        return encoded.written.toByteArray();
    }

    private void add(byte letter, boolean isLast) {
        if (letter == '\n') {
            written.writeBytes(BREAK);
            column = 0;
        } else if (standsAsItIs(letter, isLast)) {
            room(1);
            written.write(letter);
        } else {
            room(3);
            written.write('=');
            written.write(HEX.toHighHexDigit(letter));
            written.write(HEX.toLowHexDigit(letter));
        }
    }

    /** A blank at the end of a line could get lost on the way. */
    private static boolean standsAsItIs(byte letter, boolean isLast) {
        if (letter == ' ' || letter == '\t') {
            return !isLast;
        }
        return letter > ' ' && letter <= '~' && letter != '=';
    }

    /** Begins a new line where so many letters, and the sign that the line goes on, have no room on this one. */
    private void room(int letters) {
        if (column + letters >= LONGEST_LINE) {
            written.writeBytes(SOFT_BREAK);
            column = 0;
        }
        column += letters;
    }
}
