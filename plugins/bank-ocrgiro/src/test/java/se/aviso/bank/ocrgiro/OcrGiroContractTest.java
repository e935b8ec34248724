package se.aviso.bank.ocrgiro;

import static se.aviso.bank.ocrgiro.OcrGiroFixture.OPEN;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.START;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.account;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.amount;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.bytes;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.close;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.end;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.second;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.text;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.with;

import java.util.List;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFormat;
import se.aviso.testkit.bank.BankFormatContract;
import se.aviso.testkit.bank.MadeFile;
import se.aviso.testkit.bank.Sample;

class OcrGiroContractTest extends BankFormatContract {
    @Override
    protected BankFormat format() {
        return new OcrGiroFormat();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                new Sample(
                        "two assignments",
                        twoAssignments(),
                        List.of(
                                Sample.section("220.00 NOK", 2, 1),
                                Sample.section("70.00 NOK", 1, 0),
                                Sample.section("88.00 NOK", 1, 0))),
                new Sample("empty", bytes(START, end(0, 2, 0)), List.of()),
                new Sample("assignment without amounts", bytes(START, OPEN, close(0, 2, 0), end(0, 4, 0)), List.of()));
    }

    private static byte[] twoAssignments() {
        return bytes(
                START,
                OPEN,
                amount(1, 30_000, "1230"),
                second(1, "99990512341"),
                amount(2, 2_000, ""),
                second(2, "00000000000"),
                text(2, "Gave frå Åse Ødegård"),
                amount(3, -10_000, "1230"),
                second(3, "99990512341"),
                with(amount(4, 7_000, "001149"), 16, "060127"),
                second(4, "99990512341"),
                close(4, 11, 29_000),
                account("86011117947"),
                amount(1, 8_800, "12340000000000000000008-"),
                second(1, "99990512341"),
                close(1, 4, 8_800),
                end(5, 17, 37_800));
    }

    @Override
    protected BankFile manyPayments(int count) {
        return new MadeFile(count + 2, number -> part(number, count));
    }

    private static byte[] part(int number, int count) {
        if (number == 0) {
            return bytes(START, OPEN);
        } else if (number > count) {
            var ore = 30_000L * count;
            return bytes(close(count, 3L * count + 2, ore), end(count, 3L * count + 4, ore));
        }
        var first = with(amount(number, 30_000, "1230"), 27, OcrGiroFixture.zeros(5, number % 100_000));
        return bytes(first, second(number, "99990512341"), text(number, "Kontingent nummer " + number));
    }
}
