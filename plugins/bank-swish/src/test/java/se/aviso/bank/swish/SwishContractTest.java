package se.aviso.bank.swish;

import static se.aviso.bank.swish.SwishFixture.bytes;
import static se.aviso.bank.swish.SwishFixture.handelsbanken;
import static se.aviso.bank.swish.SwishFixture.paid;
import static se.aviso.bank.swish.SwishFixture.row;
import static se.aviso.bank.swish.SwishFixture.swedbank;
import static se.aviso.bank.swish.SwishFixture.transaction;
import static se.aviso.bank.swish.SwishFixture.with;

import java.util.List;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFormat;
import se.aviso.testkit.bank.BankFormatContract;
import se.aviso.testkit.bank.MadeFile;
import se.aviso.testkit.bank.Sample;

class SwishContractTest extends BankFormatContract {
    private static final String SWEDBANK = "Swedbank";

    @Override
    protected BankFormat format() {
        return new SwishFormat();
    }

    /** Swedbank's report has no totals and no last row. */
    @Override
    protected boolean tellsItsEnd(Sample sample) {
        return !sample.name().equals(SWEDBANK);
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                new Sample(
                        "Handelsbanken",
                        bytes(handelsbanken(
                                paid("66446644556677446", "536,98", "1230"),
                                transaction("SWR", "66446644556677447", "100,00", "Återbetalning"),
                                with(paid("66446644556677448", "20,00", "tack"), ';', 4, "1239999999"),
                                transaction("SWT", "66446644556677449", "50,00", ""))),
                        List.of(
                                Sample.section("436.98 SEK", 1, 1),
                                Sample.section("20.00 SEK", 1, 0),
                                Sample.section("50.00 SEK", 1, 0))),
                new Sample(
                        SWEDBANK,
                        bytes(swedbank(
                                row(1, "499.00", "1230", "Order1"),
                                row(2, "-100.00", "fel, förlåt", "Order2"),
                                row(3, "499.00", "1230", "Order3"))),
                        List.of(Sample.section("898.00 SEK", 2, 1))),
                new Sample("Handelsbanken, nothing", bytes(handelsbanken()), List.of()));
    }

    @Override
    protected BankFile manyPayments(int count) {
        return new MadeFile(count + 2, number -> part(number, count));
    }

    private static byte[] part(int number, int count) {
        if (number == 0) {
            return bytes(SwishFixture.START);
        }
        return bytes(number > count ? "03;" + count : paid("A" + number, "300,00", "Medlem " + number));
    }
}
