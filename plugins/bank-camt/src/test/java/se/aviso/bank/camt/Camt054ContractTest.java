package se.aviso.bank.camt;

import static se.aviso.bank.camt.CamtFixture.bytes;
import static se.aviso.testkit.bank.Sample.section;

import java.util.ArrayList;
import java.util.List;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFormat;
import se.aviso.testkit.bank.BankFormatContract;
import se.aviso.testkit.bank.Sample;

class Camt054ContractTest extends BankFormatContract {
    @Override
    protected BankFormat format() {
        return new Camt054Format();
    }

    @Override
    protected List<Sample> samples() {
        var samples = new ArrayList<>(SharedSamples.all());
        add(
                samples,
                "mixed-bankgiros-02.xml",
                section("100.00 SEK", 1, 0),
                section("200.00 SEK", 1, 0),
                section("300.00 SEK", 1, 0));
        add(samples, "reversals-08.xml", section("830.00 SEK", 2, 2));
        add(samples, "charges-04.xml", section("495.00 SEK", 2, 1));
        add(samples, "names-and-texts-13.xml", section("140.00 SEK", 2, 0));
        add(samples, "prefixed-with-mark-02.xml", section("100.00 SEK", 1, 0));
        add(samples, "latin-1-02.xml", section("100.00 SEK", 1, 0));
        add(
                samples,
                "two-currencies-08.xml",
                section("100.00 SEK", 1, 0),
                section("20.00 EUR", 1, 0),
                section("115.00 SEK", 1, 0));
        samples.add(new Sample("empty", CamtFixture.notification(), List.of()));
        return samples;
    }

    private static void add(List<Sample> samples, String name, String... sections) {
        samples.add(new Sample(name, bytes(name), List.of(sections)));
    }

    @Override
    protected BankFile manyPayments(int count) {
        return new HugeFile(Message.NOTIFICATION, count, 1_000).made();
    }
}
