package se.aviso.testkit.bank;

import java.io.InputStream;
import java.util.function.IntFunction;
import se.aviso.spi.bank.BankFile;

/**
 * A bank file of any size that is made while it is read, part by part.
 *
 * @param parts how many parts it has
 * @param part the bytes of the part with that number, from nought on; never empty
 */
public record MadeFile(int parts, IntFunction<byte[]> part) implements BankFile {
    @Override
    public String name() {
        return "made.txt";
    }

    /** About so many bytes, by a part in the middle. */
    @Override
    public long size() {
        return (long) parts * part.apply(parts / 2).length;
    }

    @Override
    public InputStream open() {
        return new Parts(this);
    }

    private static final class Parts extends InputStream {
        private final MadeFile file;
        private int next;
        private byte[] part = new byte[0];
        private int at;

        private Parts(MadeFile file) {
            this.file = file;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == part.length) {
                if (next == file.parts) {
                    return -1;
                }
                part = file.part.apply(next++);
                at = 0;
            }
            var some = Math.min(length, part.length - at);
            System.arraycopy(part, at, into, from, some);
            at += some;
            return some;
        }
    }
}
