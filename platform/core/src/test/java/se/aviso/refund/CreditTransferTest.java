package se.aviso.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.aviso.kernel.Money.ore;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Iban;

class CreditTransferTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 11);
    private static final CreditTransfer.Debtor CLUB =
            new CreditTransfer.Debtor("Växjö & Söders IF", "802481-0001", GiroNumber.of(new BankgiroNumber("9912346")));

    @Test
    void eachKindOfAccountIsPaidThroughItsOwnClearing() {
        var file = written(
                payment("r1", 100_00, PayeeAccount.Kind.BANKGIRO, "991-2346"),
                payment("r2", 50_50, PayeeAccount.Kind.PLUSGIRO, "28 65 43-4"),
                payment("r3", 1, PayeeAccount.Kind.ACCOUNT, "8327-9-123 456"),
                payment("r4", 2, PayeeAccount.Kind.IBAN, "SE45 5000 0000 0583 9825 7466"));
        assertThat(file)
                .contains("<NbOfTxs>4</NbOfTxs><CtrlSum>150.53</CtrlSum>")
                .contains("<MmbId>9900</MmbId>", "<Id>9912346</Id><SchmeNm><Prtry>BGNR</Prtry></SchmeNm>")
                .contains("<MmbId>9960</MmbId>", "<Id>2865434</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm>")
                .contains("<MmbId>8327</MmbId>", "<Id>123456</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm>")
                .contains("<CdtrAcct><Id><IBAN>SE4550000000058398257466</IBAN></Id></CdtrAcct>")
                .contains("<EndToEndId>r3</EndToEndId>", "<InstdAmt Ccy=\"SEK\">0.01</InstdAmt>");
    }

    @Test
    void namesAreWrittenAsXmlDemandsAndTheDayIsTheWishedOne() {
        var file = written(payment("r1", 100_00, PayeeAccount.Kind.BANKGIRO, "9912346"));
        assertThat(file)
                .contains("<Nm>Växjö &amp; Söders IF</Nm>", "<ReqdExctnDt>2027-01-11</ReqdExctnDt>")
                .contains("<Othr><Id>8024810001</Id></Othr>")
                .contains("<DbtrAcct><Id><Othr><Id>9912346</Id><SchmeNm><Prtry>BGNR</Prtry></SchmeNm></Othr></Id>");
    }

    @Test
    void theSameOrderIsTheSameBytes() {
        var payment = payment("r1", 100_00, PayeeAccount.Kind.IBAN, "SE4550000000058398257466");
        assertThat(written(payment)).isEqualTo(written(payment));
        var iban = new CreditTransfer.Debtor("K", "", GiroNumber.of(new Iban("SE4550000000058398257466")));
        assertThat(new String(
                        CreditTransfer.write(
                                new CreditTransfer.Order("m", DAY.atTime(9, 0), iban, DAY, List.of(payment))),
                        StandardCharsets.UTF_8))
                .contains("<DbtrAcct><Id><IBAN>SE4550000000058398257466</IBAN></Id><Ccy>SEK</Ccy></DbtrAcct>")
                .doesNotContain("<OrgId>");
    }

    @Test
    void aFileWithoutAPaymentIsNone() {
        assertThatIllegalArgumentException().isThrownBy(CreditTransferTest::written);
    }

    private static String written(CreditTransfer.Payment... payments) {
        var order = new CreditTransfer.Order("msg1", DAY.atTime(9, 30, 15, 999), CLUB, DAY, List.of(payments));
        return new String(CreditTransfer.write(order), StandardCharsets.UTF_8);
    }

    private static CreditTransfer.Payment payment(String reference, long ore, PayeeAccount.Kind kind, String account) {
        return new CreditTransfer.Payment(
                reference, ore(ore), "Anna Ek", PayeeAccount.read(kind, account), "Återbetalning");
    }
}
