package se.aviso.bank.swish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static se.aviso.bank.swish.SwishFixture.START;
import static se.aviso.bank.swish.SwishFixture.bytes;
import static se.aviso.bank.swish.SwishFixture.handelsbanken;
import static se.aviso.bank.swish.SwishFixture.paid;
import static se.aviso.bank.swish.SwishFixture.read;
import static se.aviso.bank.swish.SwishFixture.transaction;
import static se.aviso.bank.swish.SwishFixture.with;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Head;
import se.aviso.spi.bank.Payer;
import se.aviso.spi.bank.PaymentReference;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.SectionTotals;
import se.aviso.testkit.bank.EventLog;
import se.aviso.testkit.bank.FileEvent;

class HandelsbankenTest {
    private static final String PAID = paid("66446644556677446", "536,98", "1230");

    @Test
    void theDaysOfTheReportIdentifyIt() {
        assertThat(read("01;2026-03-03;2026-03-02;14:00", "03;0").events())
                .contains(new FileEvent.FileOpened(new FileStart("2026-03-03 2026-03-02 14:00", false)));
    }

    @Test
    void aSectionIsASwishNumberOnADay() {
        var section = read(handelsbanken(PAID)).sections().get(0);
        assertThat(section.start().accounts()).hasToString("[123 456 78 90]");
        assertThat(section.totals().map(SectionTotals::bookedOn)).contains(LocalDate.of(2026, 3, 2));
        assertThat(section.totals().map(SectionTotals::bankReference)).contains("swish");
    }

    @Test
    void theAccountFollowsWhereItIsToldByItsIban() {
        var section = read(handelsbanken(with(PAID, ';', 2, "SE4550000000058398257466")))
                .sections()
                .get(0);
        assertThat(section.start().accounts())
                .extracting(giro -> giro.kind().name())
                .containsExactly("SWISH", "IBAN");
    }

    @Test
    void amountPayerMessageAndOrderAreRead() {
        var payment =
                read(handelsbanken(with(PAID, ';', 13, "4711"))).payments().get(0);
        assertThat(payment.amount()).isEqualTo(Money.ore(53_698));
        assertThat(payment.payer())
                .contains(new Payer("Åsa Ödmårk", new Payer.Address("", "", "", ""), "46701234567", ""));
        assertThat(payment.references()).extracting(PaymentReference::text).containsExactly("1230", "4711");
        assertThat(payment.messages()).containsExactly("1230", "4711");
        assertThat(payment.place()).isEqualTo(new Place(2, 27));
    }

    @Test
    void theBanksReferenceIsTheKeyAndWhatSharesItIsTheSame() {
        var back = transaction("SWR", "66446644556677446", "10,00", "");
        var log = read(handelsbanken(PAID, PAID, back));
        assertThat(log.payments())
                .extracting(BankPayment::key)
                .containsExactly("66446644556677446-1", "66446644556677446-1");
        assertThat(log.deductions()).extracting(BankPayment::key).containsExactly("66446644556677446-back-1");
    }

    @Test
    void whatIsNotNamedByTheBankIsKnownByAllElseAndNamesNobody() {
        var nameless = with(PAID, ';', 11, "");
        var keys = read(handelsbanken(nameless, nameless, with(nameless, ';', 9, "+46709999999"))).payments().stream()
                .map(BankPayment::key)
                .toList();
        assertThat(keys).doesNotHaveDuplicates().noneMatch(key -> key.contains("4670"));
        assertThat(keys.get(0)).matches("[0-9a-f]{32}-1");
        assertThat(keys.get(1)).isEqualTo(keys.get(0).replaceFirst("1$", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SWT", "SWZ"})
    void ownMoneyThatCameBackSettlesNothingByItself(String type) {
        var payment = read(handelsbanken(transaction(type, "66446644556677446", "10,00", "1230")))
                .payments()
                .get(0);
        assertThat(payment.references()).isEmpty();
        assertThat(payment.messages()).containsExactly("1230");
    }

    @Test
    void whatWasPaidOutIsPassedOverAndCounted() {
        var log = read(handelsbanken(PAID, transaction("SWU", "66446644556677447", "10,00", "")));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.noteCodes()).containsExactly("OUTGOING");
        assertThat(log.payments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100,00", "-100,00"})
    void aRefundIsADeductionWhateverItsSign(String kronor) {
        var log = read(handelsbanken(PAID, transaction("SWR", "66446644556677447", kronor, "")));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.deductions().get(0).amount()).isEqualTo(Money.kronor(100));
    }

    @ParameterizedTest
    @CsvSource({"'1012,00',101200", "1012.00,101200", "'1 012,00',101200", "1012,101200"})
    void amountsAreReadHoweverTheyAreWritten(String written, long ore) {
        assertThat(read(handelsbanken(paid("66446644556677446", written, "")))
                        .payments()
                        .get(0)
                        .amount())
                .isEqualTo(Money.ore(ore));
    }

    @Test
    void olderReportsEndWithTheTimeAndThenTheDayOfPaymentCounts() {
        var old = PAID.replaceFirst(";2026-03-02;ABCDEF12345678901;12345952$", "");
        var log = read(handelsbanken(old, with(PAID, ';', 15, "")));
        assertThat(log.isAccepted()).as(log.problems().toString()).isTrue();
        assertThat(log.sections()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Åsa Ödmårk|tack, för i år
            Ödmårk, Åsa|tack
            Ödmårk, Åsa|1230, 1347, tack
            Åsa Ödmårk|66446644556677447, 1230
            Ödmårk, Kristina|
            """)
    void commasInNamesAndMessagesAreNoSeparators(String name, String message) {
        var row = with(with(PAID, ';', 10, name), ';', 12, message == null ? "" : message)
                .replace("536,98", "536.98")
                .replace(';', ',')
                .replace(", ", ",");
        for (var each : new String[] {row, row.replaceFirst(",2026-03-02,ABCDEF12345678901,12345952$", "")}) {
            var log = read("01,2026-03-03,2026-03-02,", each, "03,1");
            assertThat(log.isAccepted()).as(log.problems().toString()).isTrue();
            assertThat(log.payments().get(0).key()).isEqualTo("66446644556677446-1");
            assertThat(log.payments().get(0).payer().map(Payer::name)).contains(name);
            assertThat(String.join("", log.payments().get(0).messages())).isEqualTo(message == null ? "" : message);
        }
    }

    @Test
    void aFieldInQuotesMayHoldTheSeparatorAndAMessageMayJustBeginWithAQuote() {
        var log = read(handelsbanken(
                paid("66446644556677446", "10,00", "\"a;b \"\"c\"\"\""),
                paid("66446644556677447", "10,00", "\"hej\" sa hon")));
        assertThat(log.payments())
                .extracting(payment -> payment.messages().get(0))
                .containsExactly("a;b \"c\"", "\"hej\" sa hon");
    }

    @Test
    void lettersAreReadInEitherCharacterSet() {
        var text = String.join("\n", handelsbanken(PAID)).getBytes(Charset.forName("windows-1252"));
        assertThat(EventLog.of(new SwishFormat(), text)
                        .payments()
                        .get(0)
                        .payer()
                        .map(Payer::name))
                .contains("Åsa Ödmårk");
        var marked = ("\ufeff" + String.join("\n", handelsbanken(PAID))).getBytes(UTF_8);
        assertThat(EventLog.of(new SwishFormat(), marked).isAccepted()).isTrue();
        assertThat(new SwishFormat().probe(new Head(marked, "f"))).isEqualTo(Confidence.SURE);
    }

    @Test
    void blankLinesMeanNothingAndCount() {
        var log = read(START, "", PAID, "   ", "03;1", "");
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.payments().get(0).place()).isEqualTo(new Place(3, 29));
    }

    @Test
    void noBytesAreNoReport() {
        assertProblem(EventLog.of(new SwishFormat(), new byte[0]), "TRUNCATED", new Place(1, 0));
    }

    @Test
    void aReportWithoutItsEndRecordIsTruncated() {
        assertProblem(read(START, PAID), "TRUNCATED", new Place(3, bytes(START, PAID).length));
    }

    @Test
    void anotherFileIsRefused() {
        assertProblem(read("Datum;Belopp;OCR", PAID), "NOT_SWISH", new Place(1, 0));
    }

    @Test
    void anotherNumberOfTransactionsThanDeclaredIsFatalAndToldWithBoth() {
        var log = read(START, PAID, "03;2");
        assertThat(log.fatalCodes()).containsExactly("FILE_COUNT");
        assertThat(log.problems().get(0).text()).contains("declares 2").contains("1 were read");
    }

    @ParameterizedTest
    @CsvSource({"03;x,BAD_COUNT", "03,BAD_COUNT", "04;1,BAD_RECORD", "01;2026-03-03;2026-03-02;,SECOND_START"})
    void aRowThatMakesNoSenseThereIsNamed(String row, String code) {
        assertThat(read(START, PAID, row).fatalCodes()).contains(code);
    }

    @Test
    void recordsAfterTheEndRecordAreRefused() {
        assertThat(read(START, PAID, "03;1", PAID).fatalCodes()).containsExactly("RECORD_AFTER_END");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4|0701234567|BAD_SWISH
            4||BAD_SWISH
            5|2026-13-01|
            6|ABC|BAD_INDICATOR
            7|12,345|BAD_AMOUNT
            7||BAD_AMOUNT
            7|-12,00|BAD_AMOUNT
            8|EUR|BAD_CURRENCY
            15|2026-02-30|BAD_DATE
            15|1979-12-31|BAD_DATE
            14|12:54|BAD_FIELDS
            """)
    void aFieldThatMakesNoSenseIsNamedWithItsPlace(int field, String text, String code) {
        var log = read(handelsbanken(with(PAID, ';', field, text == null ? "" : text)));
        if (code == null) {
            assertThat(log.isAccepted()).isTrue();
        } else {
            assertProblem(log, code, new Place(2, 27));
        }
    }

    @Test
    void tooFewFieldsAreNotFilledUp() {
        assertThat(read(handelsbanken("02;1;2")).fatalCodes()).containsExactly("BAD_FIELDS");
    }

    @Test
    void controlCharactersAndEndlessRowsEndTheReading() {
        assertThat(read(handelsbanken(paid("66446644556677446", "1,00", "a\u0000b")))
                        .fatalCodes())
                .containsExactly("BAD_CHARACTER");
        assertThat(read(handelsbanken(paid("66446644556677446", "1,00", "a".repeat(5_000))))
                        .fatalCodes())
                .containsExactly("LONG_ROW");
    }

    @Test
    void aHundredFatalProblemsAreEnough() {
        var bad = Collections.nCopies(500, with(PAID, ';', 7, "x")).toArray(String[]::new);
        assertThat(read(handelsbanken(bad)).fatalCodes()).hasSize(101).contains("TOO_MANY_PROBLEMS");
    }

    @Test
    void thePluginHostFindsTheFormat() throws IOException {
        var indexes = Collections.list(SwishFormat.class.getClassLoader().getResources("META-INF/extensions.idx"));
        assertThat(indexes)
                .anySatisfy(index -> assertThat(contentOf(index, UTF_8)).contains(SwishFormat.class.getName()));
    }

    private static void assertProblem(EventLog log, String code, Place place) {
        assertThat(log.fatalCodes()).containsExactly(code);
        assertThat(log.problems()).last().extracting("place").isEqualTo(place);
    }
}
