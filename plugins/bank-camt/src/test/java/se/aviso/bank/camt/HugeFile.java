package se.aviso.bank.camt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import se.aviso.testkit.bank.MadeFile;

/** A right file of any number of payments in entries of so many, made while it is read. */
record HugeFile(Message message, int payments, int each) {
    private static final String DETAIL =
            CamtFixture.detail("300.00", "BG%010d", "<Ustrd>Medlem &amp; v&#228;n %010d</Ustrd>");

    MadeFile made() {
        return new MadeFile(payments + 2, number -> part(number - 1));
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
