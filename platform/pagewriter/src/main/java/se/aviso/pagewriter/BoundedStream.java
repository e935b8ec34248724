package se.aviso.pagewriter;

import java.io.ByteArrayOutputStream;

/** Keeps bytes until there are too many; a document beyond that is refused. */
final class BoundedStream extends ByteArrayOutputStream {
    private final int mostBytes;

    BoundedStream(int mostBytes) {
        super(64 * 1024);
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized void write(int b) {
        requireRoom(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        requireRoom(length);
        super.write(bytes, offset, length);
    }

    private void requireRoom(int length) {
        if (count + length > mostBytes) {
            throw new TemplateRefused("a document has at most " + mostBytes + " bytes");
        }
    }
}
