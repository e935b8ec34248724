package se.aviso.bank.bgmax;

import static se.aviso.bank.bgmax.BgMaxFixture.bytes;
import static se.aviso.bank.bgmax.BgMaxFixture.message;
import static se.aviso.bank.bgmax.BgMaxFixture.money;
import static se.aviso.bank.bgmax.BgMaxFixture.payment;
import static se.aviso.bank.bgmax.BgMaxFixture.record;
import static se.aviso.bank.bgmax.BgMaxFixture.whole;

import java.util.ArrayList;
import java.util.List;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFormat;
import se.aviso.testkit.bank.BankFormatContract;
import se.aviso.testkit.bank.MadeFile;
import se.aviso.testkit.bank.Sample;

class BgMaxContractTest extends BankFormatContract {
    @Override
    protected BankFormat format() {
        return new BgMaxFormat();
    }

    @Override
    protected List<Sample> samples() {
        var samples = new ArrayList<>(SharedSamples.all());
        samples.add(new Sample("own", own(), List.of(Sample.section("450.00 SEK", 3, 1))));
        samples.add(new Sample("empty", bytes(BgMaxFixture.START, BgMaxFixture.end(0, 0, 0, 0)), List.of()));
        return samples;
    }

    private static byte[] own() {
        return bytes(whole(
                payment(10, 30_000, 2, "1230"),
                message("Tack för i år"),
                record("26", 3, "Åsa Ödmårk"),
                payment(11, 20_000, 0, ""),
                money("22", 11, 25_000, 4, "12351"),
                money("23", 11, 5_000, 4, "1347"),
                money("21", 12, 10_000, 3, "1149"),
                payment(10, 5_000, 3, "1230 1347")));
    }

    @Override
    protected BankFile manyPayments(int count) {
        return new MadeFile(count + 2, number -> part(number, count));
    }

    private static byte[] part(int number, int count) {
        if (number == 0) {
            return bytes(BgMaxFixture.START, BgMaxFixture.OPEN);
        } else if (number > count) {
            return bytes(BgMaxFixture.deposit(30_000L * count, count), BgMaxFixture.end(count, 0, 0, 1));
        }
        return bytes(
                payment(number, 30_000, 3, "1230"),
                message("Medlemsavgift nummer " + number),
                record("26", 3, "Åsa Ödmårk"));
    }
}
