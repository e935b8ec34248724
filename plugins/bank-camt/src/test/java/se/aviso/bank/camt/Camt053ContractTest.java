package se.aviso.bank.camt;

import static se.aviso.bank.camt.CamtFixture.bytes;
import static se.aviso.testkit.bank.Sample.section;

import java.util.List;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFormat;
import se.aviso.testkit.bank.BankFormatContract;
import se.aviso.testkit.bank.Sample;

class Camt053ContractTest extends BankFormatContract {
    @Override
    protected BankFormat format() {
        return new Camt053Format();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                new Sample("balances", bytes("balances-08.xml"), List.of(section("300.00 SEK", 1, 0))),
                new Sample("swish", bytes("swish-02.xml"), List.of(section("250.00 SEK", 1, 0))),
                new Sample("sums", bytes("sums-without-details-02.xml"), List.of(section("75.00 SEK", 1, 0))));
    }

    /** Every payment an entry of its own, as an account statement has them. */
    @Override
    protected BankFile manyPayments(int count) {
        return new HugeFile(Message.STATEMENT, count, 1).made();
    }
}
