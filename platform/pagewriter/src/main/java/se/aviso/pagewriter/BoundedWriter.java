package se.aviso.pagewriter;

import java.io.IOException;
import java.io.Writer;

/** Keeps what is written until it grows too large. */
final class BoundedWriter extends Writer {
    private final StringBuilder written = new StringBuilder(16 * 1024);
    private final int mostChars;

    BoundedWriter(int mostChars) {
        this.mostChars = mostChars;
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
        requireRoom(length);
        written.append(chars, offset, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        requireRoom(length);
        written.append(text, offset, offset + length);
    }

    private void requireRoom(int length) throws IOException {
        if (written.length() + length > mostChars) {
            throw new IOException("more than " + mostChars + " characters");
        }
    }

    @Override
    public void flush() {
        // nothing is buffered elsewhere
    }

    @Override
    public void close() {
        // nothing to free
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
