package se.aviso.testkit.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.Problem;
import se.aviso.spi.bank.SectionStart;
import se.aviso.spi.bank.SectionTotals;

class EventLawsTest {
    private static final long SIZE = 500;

    @Test
    void aRightFileObeysTheLaws() {
        assertObeys(sink -> {
            open(sink);
            sink.payment(payment(3));
            sink.sectionClosed(totals(300, 1));
            sink.fileClosed();
        });
    }

    @Test
    void aPaymentOutsideASectionBreaksThem() {
        assertBreaks(sink -> {
            sink.fileOpened(new FileStart("1", false));
            sink.payment(payment(3));
        });
    }

    @Test
    void anEndWithinASectionBreaksThem() {
        assertBreaks(sink -> {
            open(sink);
            sink.fileClosed();
        });
    }

    @Test
    void aWrongSumThatNobodyReportsBreaksThem() {
        assertBreaks(sink -> {
            open(sink);
            sink.payment(payment(3));
            sink.sectionClosed(totals(301, 1));
            sink.fileClosed();
        });
    }

    @Test
    void aWrongCountThatNobodyReportsBreaksThem() {
        assertBreaks(sink -> {
            open(sink);
            sink.sectionClosed(totals(0, 1));
            sink.fileClosed();
        });
    }

    @Test
    void aWrongSumThatIsReportedObeysThem() {
        assertObeys(sink -> {
            open(sink);
            sink.sectionClosed(totals(301, 1));
            sink.problem(Problem.fatal("SECTION_SUM", "wrong", new Place(9, 90)));
            sink.fileClosed();
        });
    }

    @Test
    void placesThatDoNotIncreaseBreakThem() {
        assertBreaks(sink -> {
            open(sink);
            sink.payment(payment(4));
            sink.payment(payment(3));
            sink.problem(Problem.fatal("X", "x", new Place(9, 90)));
        });
    }

    @Test
    void severalPaymentsOfOneRecordObeyThem() {
        assertObeys(sink -> {
            open(sink);
            sink.payment(paymentAt(new Place(2, 20)));
            sink.payment(paymentAt(new Place(2, 21)));
            sink.sectionClosed(totals(600, 2));
            sink.fileClosed();
        });
    }

    @Test
    void twoPaymentsAtOneByteBreakThem() {
        assertBreaks(sink -> {
            open(sink);
            sink.payment(paymentAt(new Place(3, 30)));
            sink.payment(paymentAt(new Place(4, 30)));
            sink.sectionClosed(totals(600, 2));
            sink.fileClosed();
        });
    }

    @Test
    void placesOutsideTheFileBreakThem() {
        assertBreaks(sink -> sink.problem(Problem.fatal("X", "x", new Place(9, SIZE + 1))));
    }

    @Test
    void anEndWithoutReasonBreaksThem() {
        assertBreaks(EventLawsTest::open);
    }

    @Test
    void aStreamWithoutEndIsStopped() {
        var log = new EventLog(0);
        assertThatThrownBy(() -> {
                    for (var i = 0; i < 10_000; i++) {
                        log.fileClosed();
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("does not end");
    }

    @Test
    void theSameSeedDoesTheSameDamage() {
        var bytes = "one two three".repeat(20).getBytes(StandardCharsets.UTF_8);
        for (var seed = 0; seed < 1_000; seed++) {
            assertThat(Mutation.of(bytes, seed)).isEqualTo(Mutation.of(bytes, seed));
        }
        assertThat(bytes).startsWith("one two three".getBytes(StandardCharsets.UTF_8));
    }

    private static void open(BankFileSink sink) {
        var account = GiroNumber.of(new BankgiroNumber("9912346"));
        sink.fileOpened(new FileStart("1", false));
        sink.sectionOpened(new SectionStart(List.of(account), Money.kronor(0).currency(), new Place(2, 20)));
    }

    private static BankPayment payment(long record) {
        return paymentAt(new Place(record, 10 * record));
    }

    private static BankPayment paymentAt(Place place) {
        return new BankPayment("key", Money.ore(300), List.of(), List.of(), Optional.empty(), place);
    }

    private static SectionTotals totals(long ore, long records) {
        return new SectionTotals(LocalDate.of(2026, 3, 2), "1", Money.ore(ore), records, new Place(8, 80));
    }

    private static void assertObeys(Consumer<BankFileSink> reading) {
        assertThatCode(() -> assertLaws(reading)).doesNotThrowAnyException();
    }

    private static void assertBreaks(Consumer<BankFileSink> reading) {
        assertThatThrownBy(() -> assertLaws(reading)).isInstanceOf(AssertionError.class);
    }

    private static void assertLaws(Consumer<BankFileSink> reading) {
        var log = new EventLog(SIZE);
        reading.accept(log);
        EventLaws.assertHold(log, SIZE);
    }
}
