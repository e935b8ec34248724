package se.aviso.bank.swish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.bank.swish.SwishFixture.HEADER;
import static se.aviso.bank.swish.SwishFixture.TITLE;
import static se.aviso.bank.swish.SwishFixture.read;
import static se.aviso.bank.swish.SwishFixture.row;
import static se.aviso.bank.swish.SwishFixture.swedbank;
import static se.aviso.bank.swish.SwishFixture.with;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Payer;
import se.aviso.spi.bank.PaymentReference;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.SectionTotals;
import se.aviso.testkit.bank.EventLog;
import se.aviso.testkit.bank.FileEvent;

class SwedbankTest {
    private static final String PAID = row(1, "499.00", "1230", "Order1");

    @Test
    void theTitleIdentifiesTheReport() {
        assertThat(read(swedbank()).events()).contains(new FileEvent.FileOpened(new FileStart(TITLE, false)));
    }

    @Test
    void dayNumberAmountPayerMessageAndOrderAreRead() {
        var log = read(swedbank(PAID));
        var section = log.sections().get(0);
        assertThat(section.start().accounts()).hasToString("[123 456 78 90]");
        assertThat(section.totals().map(SectionTotals::bookedOn)).contains(LocalDate.of(2026, 3, 2));
        var payment = log.payments().get(0);
        assertThat(payment.amount()).isEqualTo(Money.kronor(499));
        assertThat(payment.references()).extracting(PaymentReference::text).containsExactly("1230", "Order1");
        assertThat(payment.payer())
                .contains(new Payer("Åsa Ödmårk", new Payer.Address("", "", "", ""), "46701234567", ""));
        assertThat(payment.place().record()).isEqualTo(3);
    }

    @Test
    void nothingSaysThatItIsWholeAndThatIsTold() {
        var log = read(swedbank(PAID));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.noteCodes()).containsExactly("NO_TOTALS");
    }

    @Test
    void columnsAreKnownByTheirNamesInAnyOrderAndWithoutTheTitle() {
        var log = read(
                "\"Radnr\";\"Belopp\";\"Tid\";\"Meddelande\";\"Avsändarnamn\";\"Avsändarnr\";\"Mottagarnr\";\"Transdag\";\"Bokfdag\";\"Nytt\"",
                "1;\"1 754,00\";15:26;1230;Åsa Ödmårk;+46701234567;1234567890;2026-03-02;2026-03-02;");
        assertThat(log.isAccepted()).as(log.problems().toString()).isTrue();
        assertThat(log.payments().get(0).amount()).isEqualTo(Money.kronor(1754));
        assertThat(log.payments().get(0).references())
                .extracting(PaymentReference::text)
                .containsExactly("1230");
    }

    @Test
    void aNegativeRowIsARefund() {
        var log = read(swedbank(PAID, row(2, "-100.00", "fel", "")));
        assertThat(log.deductions()).extracting(BankPayment::amount).containsExactly(Money.kronor(100));
        assertThat(log.sections().get(0).net()).isEqualTo(Money.kronor(399));
    }

    @Test
    void alikePaymentsAreNumberedAndKeysNameNobody() {
        var log = read(swedbank(PAID, row(2, "499.00", "1230", "Order2"), row(3, "499.00", "1347", "")));
        var keys = log.payments().stream().map(BankPayment::key).toList();
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[0-9a-f]{32}-[12]"));
        assertThat(keys.get(1)).isEqualTo(keys.get(0).replaceFirst("1$", "2"));
    }

    @Test
    void aLaterReportThatHoldsAnEarlierOneKeepsItsKeysWhateverTheirOrder() {
        var early = read(swedbank(PAID)).payments().get(0).key();
        var late = read(swedbank(row(1, "20.00", "senare", ""), row(2, "499.00", "1230", "Order1")));
        assertThat(late.payments()).extracting(BankPayment::key).contains(early);
    }

    @Test
    void commasInMessagesAreNoSeparators() {
        var log = read(swedbank(row(1, "499.00", "tack, för, i år", "Order1")));
        assertThat(log.isAccepted()).as(log.problems().toString()).isTrue();
        assertThat(log.payments().get(0).messages()).containsExactly("tack, för, i år", "Order1");
    }

    @Test
    void aRowThatCanBeReadInTwoWaysIsRefusedAndNotGuessedAt() {
        var log = read(swedbank(PAID.replace("Laget,", "Laget,+46709999999,Åsa,")));
        assertThat(log.fatalCodes()).containsExactly("BAD_FIELDS");
        assertThat(log.problems().get(0).place().record()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0|7|ROW_NUMBER
            3|2026-02-30|BAD_DATE
            6|0701234567|BAD_SWISH
            12|x|BAD_AMOUNT
            11|förmiddag|BAD_FIELDS
            """)
    void aFieldThatMakesNoSenseIsNamed(int field, String text, String code) {
        assertThat(read(swedbank(with(PAID, ',', field, text))).fatalCodes()).containsExactly(code);
    }

    @Test
    void theDayOfPaymentStandsInForABookingDayThatIsMissing() {
        var log = read(swedbank(with(PAID, ',', 3, "")));
        assertThat(log.sections().get(0).totals().map(SectionTotals::bookedOn)).contains(LocalDate.of(2026, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Radnr,Belopp", "x", "Tid,Belopp,Tid"})
    void aReportWithoutTheNamesOfItsColumnsIsRefused(String header) {
        assertThat(read(TITLE, header, PAID).fatalCodes()).containsExactly("NO_HEADER");
        assertThat(read(TITLE, HEADER + ",Belopp", PAID).fatalCodes()).containsExactly("NO_HEADER");
    }

    @Test
    void aTitleAloneIsTruncated() {
        var log = read(TITLE);
        assertThat(log.fatalCodes()).containsExactly("TRUNCATED");
        assertThat(log.problems().get(0).place()).isEqualTo(new Place(2, TITLE.length() + 2L));
    }

    @Test
    void aLastRowWithoutLineEndIsReadUnlessAFigureStandsLast() {
        var whole = String.join("\n", swedbank(PAID));
        assertThat(EventLog.of(new SwishFormat(), whole.getBytes(UTF_8)).isAccepted())
                .isTrue();
        var figures = whole.replace(",Orderreferens", "").replace(",Order1", "");
        assertThat(EventLog.of(new SwishFormat(), (figures + "\n").getBytes(UTF_8))
                        .isAccepted())
                .isTrue();
        assertThat(EventLog.of(new SwishFormat(), figures.getBytes(UTF_8)).fatalCodes())
                .isEqualTo(List.of("TRUNCATED"));
    }
}
