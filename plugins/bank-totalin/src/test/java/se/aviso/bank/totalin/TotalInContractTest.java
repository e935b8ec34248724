package se.aviso.bank.totalin;

import static se.aviso.bank.totalin.TotalInFixture.OPEN;
import static se.aviso.bank.totalin.TotalInFixture.START;
import static se.aviso.bank.totalin.TotalInFixture.account;
import static se.aviso.bank.totalin.TotalInFixture.bytes;
import static se.aviso.bank.totalin.TotalInFixture.close;
import static se.aviso.bank.totalin.TotalInFixture.deduction;
import static se.aviso.bank.totalin.TotalInFixture.end;
import static se.aviso.bank.totalin.TotalInFixture.messages;
import static se.aviso.bank.totalin.TotalInFixture.payment;
import static se.aviso.bank.totalin.TotalInFixture.record;
import static se.aviso.bank.totalin.TotalInFixture.with;

import java.util.List;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFormat;
import se.aviso.testkit.bank.BankFormatContract;
import se.aviso.testkit.bank.MadeFile;
import se.aviso.testkit.bank.Sample;

class TotalInContractTest extends BankFormatContract {
    @Override
    protected BankFormat format() {
        return new TotalInFormat();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                new Sample(
                        "two accounts",
                        twoAccounts(),
                        List.of(
                                Sample.section("400.00 SEK", 2, 1),
                                Sample.section("50.00 SEK", 1, 0),
                                Sample.section("70.00 SEK", 1, 0),
                                Sample.section("88.00 EUR", 1, 0))),
                new Sample("empty", bytes(START, end(2)), List.of()),
                new Sample("account without payments", bytes(START, OPEN, close(0, 0), end(4)), List.of()));
    }

    private static byte[] twoAccounts() {
        return bytes(
                START,
                OPEN,
                payment(10, 30_000, "1230"),
                record("30", 3, "12351", 38, "1347"),
                messages("Tack för i år", "INTERN REF: 97"),
                record("50", 3, "Åsa Ödmårk"),
                record("51", 3, "Storgatan 2"),
                record("52", 3, "123 45", 12, "Storåker"),
                record("60", 3, "99999999", 39, "2", 40, "165500001234"),
                record("61", 3, "ÅSA ÖDMÅRK"),
                payment(11, 20_000, "0".repeat(25)),
                deduction(12, 10_000, "1149"),
                with(payment(13, 5_000, "1230"), 70, "9912346"),
                payment(11, 7_000, ""),
                close(5, 52_000),
                account("SE4550000000058398257466", "EUR"),
                payment(14, 8_800, "1230"),
                record("70", 3, "0".repeat(15), 39, zeros(), 54, "EUR"),
                close(1, 8_800),
                end(20));
    }

    private static String zeros() {
        return TotalInFixture.zeros(15, 100_000);
    }

    @Override
    protected BankFile manyPayments(int count) {
        return new MadeFile(count + 2, number -> part(number, count));
    }

    private static byte[] part(int number, int count) {
        if (number == 0) {
            return bytes(START, OPEN);
        } else if (number > count) {
            return bytes(close(count, 30_000L * count), end(3L * count + 4));
        }
        return bytes(
                payment(number, 30_000, "1230"),
                messages("Medlemsavgift nummer " + number, ""),
                record("50", 3, "Åsa Ödmårk"));
    }
}
