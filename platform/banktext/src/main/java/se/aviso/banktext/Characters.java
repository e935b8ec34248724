package se.aviso.banktext;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** The characters of a file, one by one, each with the offset of its first byte. */
public final class Characters implements Closeable {
    /** What stands after the last character. */
    public static final int END = -1;

    private final Reader reader;
    private final Encoding encoding;
    private final char[] buffer = new char[8192];
    private int next;
    private int filled;
    private long byteOffset;

    Characters(Reader reader, Encoding encoding) {
        this.reader = reader;
        this.encoding = encoding;
        this.byteOffset = encoding.markLength();
    }

    /** The next character, or {@link #END}; it stays where it is. */
    public int peek() throws IOException {
        if (next >= filled) {
            next = 0;
            filled = reader.read(buffer);
        }
        return filled < 0 ? END : buffer[next];
    }

    /** Appends what stands before the next line end or tab, so many characters at the most, as far as it is at hand. */
    void appendPlain(StringBuilder text, int most) throws IOException {
        if (peek() == END) {
            return;
        }
        var first = next;
        var end = Math.min(filled, first + most);
        while (next < end && isPlain(buffer[next])) {
            skip();
        }
        text.append(buffer, first, next - first);
    }

    private static boolean isPlain(char character) {
        return character > '\r' || (character != '\r' && character != '\n' && character != '\t');
    }

    /** Steps over the character that was peeked at. */
    public void skip() {
        byteOffset += buffer[next] < 0x80 ? 1 : encoding.bytesOf(buffer[next]);
        next++;
    }

    /** The offset of the next character's first byte in the file. */
    public long byteOffset() {
        return byteOffset;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
