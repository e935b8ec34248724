package se.aviso.bank.bgmax;

import static se.aviso.bank.bgmax.BgMaxFixture.bytes;
import static se.aviso.bank.bgmax.BgMaxFixture.deposit;
import static se.aviso.bank.bgmax.BgMaxFixture.end;
import static se.aviso.bank.bgmax.BgMaxFixture.payment;
import static se.aviso.bank.bgmax.BgMaxFixture.record;

import java.io.InputStream;
import se.aviso.spi.bank.BankFile;

/** A right file of any number of payments in one section, written while it is read. */
record HugeFile(int payments) implements BankFile {
    @Override
    public String name() {
        return "huge.txt";
    }

    @Override
    public long size() {
        return 2L * part(-1).length + (long) payments * part(0).length;
    }

    @Override
    public InputStream open() {
        return new Written(this);
    }

    private byte[] part(int number) {
        if (number < 0) {
            return bytes(BgMaxFixture.START, BgMaxFixture.OPEN);
        } else if (number == payments) {
            return bytes(deposit(30_000L * payments, payments), end(payments, 0, 0, 1));
        }
        return bytes(
                payment(number + 1L, 30_000, 3, "1230"),
                record("25", 3, "Medlemsavgift nummer " + number),
                record("26", 3, "Åsa Ödmårk"));
    }

    private static final class Written extends InputStream {
        private final HugeFile file;
        private int number = -1;
        private byte[] part;
        private int at;

        private Written(HugeFile file) {
            this.file = file;
            this.part = file.part(number);
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == part.length) {
                number++;
                at = 0;
                part = number > file.payments ? new byte[0] : file.part(number);
            }
            var some = Math.min(length, part.length - at);
            System.arraycopy(part, at, into, from, some);
            at += some;
            return part.length == 0 ? -1 : some;
        }
    }
}
