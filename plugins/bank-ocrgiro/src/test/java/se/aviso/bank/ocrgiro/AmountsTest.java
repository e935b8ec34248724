package se.aviso.bank.ocrgiro;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.amount;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.close;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.end;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.read;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.readWhole;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.second;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.text;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.whole;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.with;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Payer;
import se.aviso.spi.bank.PaymentReference;
import se.aviso.spi.bank.PaymentReference.Kind;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.SectionTotals;
import se.aviso.testkit.bank.EventLog;
import se.aviso.testkit.bank.FileEvent;

class AmountsTest {
    private static final Currency NOK = Currency.getInstance("NOK");

    /** Written by hand from the table of fields, without the fixture. */
    private static final String BY_HAND = """
            NY00001000008080017003100102030
            NY09002000100858500000011503208011900000000000000000000000000000000000000000000
            NY09103000000010501271404900001000000000000030000                     1230
            NY09103100000010000000001123456789       05012799990512341
            NY09103000000020501271404900002-00000000000005000                     1230
            NY09103100000020000000002123456789       05012799990512341
            NY090088000000020000000600000000000025000050127050127050127000000000000000000000
            NY000089000000020000000800000000000025000050127000000000000000000000000000000000
            """;

    @Test
    void aFileWrittenByHandIsReadToItsEnd() {
        var log = EventLog.of(new OcrGiroFormat(), BY_HAND.getBytes(ISO_8859_1));
        assertThat(log.problems()).isEmpty();
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.payments().get(0).amount()).isEqualTo(Money.parse("300.00", NOK));
        assertThat(log.deductions().get(0).amount()).isEqualTo(Money.parse("50.00", NOK));
        assertThat(log.payments().get(0).payer().orElseThrow().account()).isEqualTo("99990512341");
    }

    @Test
    void senderNumberAndReceiverIdentifyTheFile() {
        assertThat(readWhole().events())
                .contains(new FileEvent.FileOpened(new FileStart("00008080 0170031 00102030", false)));
    }

    @Test
    void aSectionIsTheAccountByItsIbanOnTheDay() {
        var section =
                readWhole(amount(1, 30_000, "1230"), second(1, "0")).sections().get(0);
        assertThat(section.start().accounts()).hasToString("[NO50 1503 2080 119]");
        assertThat(section.start().currency()).isEqualTo(NOK);
        var iban = "NO5015032080119";
        assertThat(section.totals())
                .contains(new SectionTotals(
                        LocalDate.of(2027, 1, 5), iban, Money.parse("300.00", NOK), 1, new Place(5, 328)));
    }

    @Test
    void amountsOfOtherDaysAreSectionsOfTheirOwn() {
        var log = readWhole(amount(1, 100, "1230"), with(amount(2, 200, "1230"), 16, "311226"));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.sections())
                .extracting(section -> section.totals().orElseThrow().bookedOn())
                .containsExactly(LocalDate.of(2027, 1, 5), LocalDate.of(2026, 12, 31));
    }

    @Test
    void whatTheBankTakesBackIsADeductionAndTheSumIsSigned() {
        var log = readWhole(amount(1, 30_000, "1230"), amount(2, -10_000, "1347"));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.deductions().get(0).amount()).isEqualTo(Money.parse("100.00", NOK));
        assertThat(log.sections().get(0).net()).isEqualTo(Money.parse("200.00", NOK));
        assertThat(read(
                                OcrGiroFixture.START,
                                OcrGiroFixture.OPEN,
                                amount(1, 30_000, "1230"),
                                amount(2, -10_000, "1347"),
                                close(2, 4, 40_000),
                                end(2, 6, 40_000))
                        .fatalCodes())
                .containsExactly("SECTION_SUM", "SECTION_SUM");
    }

    @Test
    void theNumberOfNetsIsTheKeyAndWhatRepeatsIsNumbered() {
        var log = readWhole(amount(7, 100, "1230"), amount(7, 100, "1230"), amount(7, -50, "1230"));
        assertThat(log.payments()).extracting(BankPayment::key).containsExactly("1404900007-I-1", "1404900007-I-2");
        assertThat(log.deductions()).extracting(BankPayment::key).containsExactly("1404900007-T-1");
    }

    /** Modulus 10, modulus 11, modulus 11 with a hyphen; then what is right by neither. */
    @ParameterizedTest
    @CsvSource({"1230,CHECKED", "12343,CHECKED", "1236-,CHECKED", "1231,FREE", "123-,FREE", "9-,FREE", "7,FREE"})
    void aKidIsCheckedByTenOrEleven(String kid, Kind kind) {
        assertThat(references(amount(1, 100, kid))).containsExactly(new PaymentReference(kid, kind, Optional.empty()));
    }

    @Test
    void theLongestKidFillsItsField() {
        var kid = "0".repeat(21) + "1230";
        assertThat(references(amount(1, 100, kid)).get(0))
                .isEqualTo(new PaymentReference(kid, Kind.CHECKED, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0000000000000000000000000"})
    void whereThereIsNoKidThePayersWordsAreTheReference(String nothing) {
        var log = readWhole(amount(1, 500, nothing), second(1, "0"), text(1, "Gave frå Åse"), text(1, "faktura 1230"));
        assertThat(log.payments().get(0).references())
                .extracting(PaymentReference::text)
                .containsExactly("Gave frå Åse", "faktura 1230");
        assertThat(log.payments().get(0).references())
                .extracting(PaymentReference::kind)
                .containsOnly(Kind.FREE);
    }

    @Test
    void wordsStayMessagesBesideAKid() {
        var log = readWhole(amount(1, 500, "1230"), second(1, "0"), text(1, " takk"));
        assertThat(log.payments().get(0).messages()).containsExactly(" takk");
        assertThat(log.payments().get(0).references())
                .extracting(PaymentReference::text)
                .containsExactly("1230");
    }

    @Test
    void thePayerIsTheAccountThatWasDebitedAndZerosAreNobody() {
        var payer = new Payer("", new Payer.Address("", "", "", ""), "99990512341", "");
        assertThat(readWhole(amount(1, 100, "1230"), second(1, "99990512341"))
                        .payments()
                        .get(0)
                        .payer())
                .contains(payer);
        assertThat(readWhole(amount(1, 100, "1230"), second(1, "00000000000"))
                        .payments()
                        .get(0)
                        .payer())
                .isEmpty();
    }

    @Test
    void recordsMayEndInAnyWayOrNotAtAllAndMayBeSavedAnew() {
        var records = whole(amount(1, 30_000, ""), second(1, "0"), text(1, "Åse Ødegård"));
        for (var end : new String[] {"\n", "\r", "", " \r\n"}) {
            var log = EventLog.of(new OcrGiroFormat(), ("\ufeff" + String.join(end, records)).getBytes(UTF_8));
            assertThat(log.isAccepted()).as(log.problems().toString()).isTrue();
            assertThat(log.payments().get(0).messages()).containsExactly("Åse Ødegård");
        }
    }

    @Test
    void anAmountIsShownWithItsFurtherRecordsAndNothingOfTheNext() {
        var shown = OcrGiroFixture.bytes(amount(1, 100, "1230"), second(1, "0"), text(1, "takk"));
        var file = OcrGiroFixture.bytes(
                amount(1, 100, "1230"), second(1, "0"), text(1, "takk"), amount(2, 100, "1230"), second(2, "0"));
        assertThat(new OcrGiroFormat().recordLength(file)).isEqualTo(shown.length);
    }

    @Test
    void thePluginHostFindsTheFormat() throws IOException {
        var indexes = Collections.list(OcrGiroFormat.class.getClassLoader().getResources("META-INF/extensions.idx"));
        assertThat(indexes)
                .anySatisfy(index -> assertThat(contentOf(index, UTF_8)).contains(OcrGiroFormat.class.getName()));
    }

    private static List<PaymentReference> references(String amount) {
        var log = readWhole(amount, second(1, "0"));
        assertThat(log.isAccepted()).isTrue();
        return log.payments().get(0).references();
    }
}
