package se.aviso.bank.totalin;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.bank.totalin.TotalInFixture.CLOSE_30_000;
import static se.aviso.bank.totalin.TotalInFixture.OPEN;
import static se.aviso.bank.totalin.TotalInFixture.START;
import static se.aviso.bank.totalin.TotalInFixture.account;
import static se.aviso.bank.totalin.TotalInFixture.close;
import static se.aviso.bank.totalin.TotalInFixture.end;
import static se.aviso.bank.totalin.TotalInFixture.messages;
import static se.aviso.bank.totalin.TotalInFixture.payment;
import static se.aviso.bank.totalin.TotalInFixture.read;
import static se.aviso.bank.totalin.TotalInFixture.readWhole;
import static se.aviso.bank.totalin.TotalInFixture.record;
import static se.aviso.bank.totalin.TotalInFixture.with;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.spi.bank.Place;
import se.aviso.testkit.bank.EventLog;

class DamagedFileTest {
    private static final String PAID = payment(1, 30_000, "1230");

    @Test
    void noBytesAreNoFile() {
        assertProblem(EventLog.of(new TotalInFormat(), new byte[0]), "TRUNCATED", new Place(1, 0));
    }

    @Test
    void aFileWithoutItsEndRecordIsTruncated() {
        assertProblem(read(START, OPEN, PAID, CLOSE_30_000), "TRUNCATED", new Place(5, 328));
    }

    @Test
    void aFileMustBeginWithItsStartRecord() {
        assertProblem(read(OPEN, PAID, CLOSE_30_000, end(4)), "NOT_TOTALIN", new Place(1, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOTALUT", "TOTALIN-X", "TOTALINX"})
    void anotherFileTypeIsNotGuessedAt(String type) {
        assertProblem(read(with(START, 40, type), end(2)), "NOT_TOTALIN", new Place(1, 0));
    }

    @Test
    void aSecondStartRecordEndsTheReading() {
        assertProblem(read(START, START, OPEN, PAID, CLOSE_30_000, end(6)), "SECOND_START", new Place(2, 82));
    }

    @Test
    void recordsAfterTheEndRecordAreRefused() {
        var log = read(START, OPEN, PAID, CLOSE_30_000, end(5), START);
        assertProblem(log, "RECORD_AFTER_END", new Place(6, 410));
        assertThat(log.isClosed()).isFalse();
    }

    @Test
    void anAccountWithoutItsEndIsNoticedAtTheNextAccountOrTheEnd() {
        assertProblem(read(START, OPEN, PAID, OPEN, end(5)), "MISSING_TOTALS", new Place(4, 246));
        assertProblem(read(START, OPEN, PAID, end(4)), "MISSING_TOTALS", new Place(4, 246));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "25", "30", "40", "50", "51", "52", "60", "61", "62", "63", "70", "90"})
    void aRecordOutsideEveryAccountIsRefused(String type) {
        assertProblem(read(START, record(type), end(3)), "OUTSIDE_SECTION", new Place(2, 82));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "40", "50", "51", "52", "60", "61", "62", "63", "70"})
    void aRecordThatBelongsToNoPaymentIsRefused(String type) {
        assertProblem(read(START, OPEN, record(type), close(0, 0), end(5)), "ORPHAN_RECORD", new Place(3, 164));
    }

    @Test
    void unknownRecordTypesAreNotedAndPassedOver() {
        var log = readWhole(record("29"), PAID, record("80"), messages("tack", ""));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.noteCodes()).containsExactly("UNKNOWN_RECORD", "UNKNOWN_RECORD");
        assertThat(log.payments().get(0).messages()).containsExactly("tack");
    }

    @Test
    void whatDoesNotBeginWithARecordTypeIsRefused() {
        assertProblem(read(START, "<html>", end(3)), "BAD_RECORD", new Place(2, 82));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2865435", "", "99999999999", "SE4550000000058398257467"})
    void anAccountThatIsNoneIsRefused(String number) {
        assertProblem(read(START, account(number, "SEK"), PAID, CLOSE_30_000, end(5)), "BAD_ACCOUNT", new Place(2, 82));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XQX", "JPY", "   ", "sek"})
    void aCurrencyThatIsNoneIsRefused(String currency) {
        assertProblem(
                read(START, account("2865434", currency), PAID, CLOSE_30_000, end(5)),
                "BAD_CURRENCY",
                new Place(2, 82));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19791231", "21010101", "20260230", "2026 302", "        "})
    void aDayThatCannotBeIsRefused(String day) {
        assertProblem(read(START, with(OPEN, 42, day), PAID, CLOSE_30_000, end(5)), "BAD_DATE", new Place(2, 82));
    }

    @ParameterizedTest
    @ValueSource(strings = {"               ", "00000000030000 ", "0000000-3000000", "000000000300.00"})
    void anAmountThatIsNoNumberIsToldWithoutASecondComplaintAboutTheSum(String amount) {
        assertProblem(read(START, OPEN, with(PAID, 38, amount), CLOSE_30_000, end(5)), "BAD_AMOUNT", new Place(3, 164));
    }

    @Test
    void aTransactionNumberThatIsNoneIsFatal() {
        assertProblem(read(START, OPEN, with(PAID, 55, "/"), CLOSE_30_000, end(5)), "BAD_SERIAL", new Place(3, 164));
    }

    @Test
    void anotherSumThanDeclaredIsFatalAndToldWithBothSums() {
        var log = read(START, OPEN, PAID, close(1, 30_001), end(5));
        assertProblem(log, "SECTION_SUM", new Place(4, 246));
        assertThat(log.problems().get(0).text()).contains("300.01 SEK", "300.00 SEK");
    }

    @Test
    void anotherCountThanDeclaredIsFatal() {
        assertProblem(read(START, OPEN, PAID, close(2, 30_000), end(5)), "SECTION_COUNT", new Place(4, 246));
    }

    @Test
    void anotherNumberOfRecordsThanDeclaredIsFatal() {
        var log = read(START, OPEN, PAID, CLOSE_30_000, end(6));
        assertProblem(log, "FILE_COUNT", new Place(5, 328));
        assertThat(log.problems().get(0).text()).contains("declares 6").contains("5 were read");
    }

    @ParameterizedTest
    @CsvSource({"4,5,BAD_COUNT", "4,15,BAD_AMOUNT", "5,5,BAD_COUNT"})
    void aDeclaredFigureThatIsNoNumberIsNamed(int record, int position, String code) {
        var records = new ArrayList<>(List.of(START, OPEN, PAID, CLOSE_30_000, end(5)));
        records.set(record - 1, with(records.get(record - 1), position, "x"));
        assertProblem(read(records.toArray(String[]::new)), code, new Place(record, 82L * (record - 1)));
    }

    @Test
    void allBadFieldsAreToldAtOnceAndAHundredAreEnough() {
        var bad = with(PAID, 38, "x");
        assertThat(read(START, OPEN, bad, bad, close(2, 0), end(6)).fatalCodes())
                .containsExactly("BAD_AMOUNT", "BAD_AMOUNT");
        var many = Stream.concat(Stream.of(START, OPEN), Collections.nCopies(500, bad).stream());
        assertThat(read(many.toArray(String[]::new)).fatalCodes()).hasSize(101).contains("TOO_MANY_PROBLEMS");
    }

    @Test
    void zeroBytesAndWhatStandsBehindTheLastPositionAreRefused() {
        assertThat(readWhole(with(PAID, 20, "\0")).fatalCodes()).containsExactly("BAD_CHARACTER");
        assertThat(readWhole(PAID + "   7").fatalCodes()).containsExactly("LONG_RECORD");
    }

    @Test
    void aPaymentWithTooManyReferencesOrMessagesEndsTheReading() {
        var messages = Stream.concat(Stream.of(PAID), Collections.nCopies(501, messages("a", "b")).stream());
        assertThat(readWhole(messages.toArray(String[]::new)).fatalCodes()).containsExactly("MANY_MESSAGES");
        var references = Stream.concat(
                Stream.of(PAID),
                Stream.iterate(100_001, n -> n + 1).limit(10_001).map(n -> record("30", 3, "" + n)));
        assertThat(readWhole(references.toArray(String[]::new)).fatalCodes()).containsExactly("MANY_REFERENCES");
    }

    private static void assertProblem(EventLog log, String code, Place place) {
        assertThat(log.fatalCodes()).containsExactly(code);
        assertThat(log.problems()).last().extracting("place").isEqualTo(place);
    }
}
