package se.aviso.bank.camt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Locale;
import se.aviso.spi.bank.BankFile;

/** A right file of any number of payments in entries of so many, written while it is read. */
record HugeFile(Message message, int payments, int each) implements BankFile {
    private static final String DETAIL =
            CamtFixture.detail("300.00", "BG%010d", "<Ustrd>Medlem &amp; v&#228;n %010d</Ustrd>");

    @Override
    public String name() {
        return "huge.xml";
    }

    @Override
    public long size() {
        var size = 0L;
        for (var number = -1; number <= payments; number++) {
            size += part(number).length;
        }
        return size;
    }

    @Override
    @SuppressWarnings("JdkObsolete") // SequenceInputStream asks for an Enumeration
    public InputStream open() {
        return new SequenceInputStream(new Enumeration<>() {
            private int number = -1;

            @Override
            public boolean hasMoreElements() {
                return number <= payments;
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(part(number++));
            }
        });
    }

    private byte[] part(int number) {
        if (number < 0) {
            return bytes(CamtFixture.HEAD);
        } else if (number == payments) {
            return bytes(CamtFixture.TAIL);
        }
        var here = Math.min(each, payments - number / each * each);
        var around = CamtFixture.entry(CamtFixture.kronor(30_000L * here), "E" + number / each, "|")
                .split("\\|", 2);
        var text = (number % each == 0 ? around[0] : "")
                + String.format(Locale.ROOT, DETAIL, number, number)
                + (number % each == here - 1 ? around[1] : "");
        return bytes(text);
    }

    private byte[] bytes(String text) {
        var own = message == Message.STATEMENT ? CamtFixture.asStatement(text) : text;
        return own.getBytes(UTF_8);
    }
}
