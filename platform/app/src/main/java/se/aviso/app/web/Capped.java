package se.aviso.app.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of which only so much is read, however long its sender says that it is. */
public final class Capped extends FilterInputStream {
    private static final int TOO_LARGE = 413;

    private long left;

    /** Reads so many bytes and no more. */
    public Capped(InputStream body, long most) {
        super(body);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var some = super.read(into, offset, length);
        count(Math.max(some, 0));
        return some;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new HttpProblem(TOO_LARGE, "too-large");
        }
    }
}
