package se.aviso.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What one side of a mail conversation says, read by the block; the end of a line or a mail is looked for in the bytes.
 */
final class SmtpWords {
    private static final byte[] LINE_END = {'\n'};
    private static final byte[] MAIL_END = {'\r', '\n', '.', '\r', '\n'};

    private final InputStream in;
    private byte[] held = new byte[1 << 17];
    private int start;
    private int end;

    SmtpWords(InputStream in) {
        this.in = in;
    }

    /** A line with its end; empty where the other side has hung up. */
    String line() throws IOException {
        return new String(until(LINE_END), StandardCharsets.ISO_8859_1);
    }

    /** A mail with the dot behind it; empty where the other side has hung up before that. */
    byte[] mail() throws IOException {
        return until(MAIL_END);
    }

    private byte[] until(byte[] mark) throws IOException {
        var looked = start;
        for (var found = find(mark, looked); ; found = find(mark, looked)) {
            if (found >= 0) {
                var words = Arrays.copyOfRange(held, start, found + mark.length);
                start = found + mark.length;
                return words;
            }
            var behind = Math.max(0, end - start - mark.length + 1); // the mark may have come in part
            if (!more()) {
                return new byte[0];
            }
            looked = start + behind;
        }
    }

    /** Where the mark begins; below nothing where it has not come. Only each so manieth byte is looked at in most. */
    private int find(byte[] mark, int from) {
        var tail = mark.length - 1;
        var at = from + tail;
        while (at < end) {
            if (held[at] == mark[tail] && Arrays.equals(held, at - tail, at + 1, mark, 0, mark.length)) {
                return at - tail;
            }
            at += isOf(mark, held[at]) ? 1 : mark.length;
        }
        return -1;
    }

    private static boolean isOf(byte[] mark, byte one) {
        for (var each : mark) {
            if (each == one) {
                return true;
            }
        }
        return false;
    }

    private boolean more() throws IOException {
        if (start > 0) {
            System.arraycopy(held, start, held, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == held.length) {
            held = Arrays.copyOf(held, 2 * held.length);
        }
        var come = in.read(held, end, held.length - end);
        end += Math.max(come, 0);
        return come >= 0;
    }
}
