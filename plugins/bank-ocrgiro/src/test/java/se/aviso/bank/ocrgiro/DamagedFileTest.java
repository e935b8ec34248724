package se.aviso.bank.ocrgiro;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.OPEN;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.START;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.account;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.amount;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.close;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.end;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.read;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.readWhole;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.record;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.second;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.text;
import static se.aviso.bank.ocrgiro.OcrGiroFixture.with;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.spi.bank.Place;
import se.aviso.testkit.bank.EventLog;

class DamagedFileTest {
    private static final String PAID = amount(1, 30_000, "1230");
    private static final String CLOSE = close(1, 3, 30_000);
    private static final String END = end(1, 5, 30_000);

    @Test
    void noBytesAreNoFile() {
        assertProblem(EventLog.of(new OcrGiroFormat(), new byte[0]), "TRUNCATED", new Place(1, 0));
    }

    @Test
    void aFileWithoutItsEndIsTruncated() {
        assertProblem(read(START, OPEN, PAID, CLOSE), "TRUNCATED", new Place(5, 328));
    }

    @Test
    void aFileMustBeginWithItsStart() {
        assertProblem(read(OPEN, PAID, CLOSE, END), "NOT_OCRGIRO", new Place(1, 0));
    }

    @Test
    void aSecondStartEndsTheReading() {
        assertProblem(read(START, START, OPEN, PAID, CLOSE, END), "SECOND_START", new Place(2, 82));
    }

    @Test
    void whatFollowsTheEndIsRefused() {
        var log = read(START, OPEN, PAID, CLOSE, END, START);
        assertProblem(log, "RECORD_AFTER_END", new Place(6, 410));
        assertThat(log.isClosed()).isFalse();
    }

    @Test
    void anAssignmentWithoutItsEndIsNoticedAtTheNextOneOrTheEnd() {
        assertProblem(read(START, OPEN, PAID, OPEN, END), "MISSING_TOTALS", new Place(4, 246));
        assertProblem(read(START, OPEN, PAID, END), "MISSING_TOTALS", new Place(4, 246));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "31", "32", "88"})
    void aRecordOutsideEveryAssignmentIsRefused(String type) {
        assertProblem(read(START, record("09", "10", type), END), "OUTSIDE_SECTION", new Place(2, 82));
    }

    @Test
    void aRecordThatBelongsToNoAmountOrToAnotherIsRefused() {
        assertProblem(read(START, OPEN, second(1, "0"), CLOSE, END), "ORPHAN_RECORD", new Place(3, 164));
        assertProblem(read(START, OPEN, PAID, text(2, "takk"), CLOSE, END), "ORPHAN_RECORD", new Place(4, 246));
    }

    /** Direct debits (AvtaleGiro, 21) tell of mandates: nobody may take them for money. */
    @Test
    void aRecordOfAnotherServiceIsRefused() {
        assertProblem(read(START, with(OPEN, 3, "21"), PAID, CLOSE, END), "OTHER_SERVICE", new Place(2, 82));
    }

    @Test
    void unknownTypesOfRecordAreNotedAndPassedOver() {
        var log = readWhole(PAID, record("09", "10", "33"), second(1, "99990512341"));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.noteCodes()).containsExactly("UNKNOWN_RECORD");
        assertThat(log.payments().get(0).payer()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "NX091030", "NY09AA30"})
    void whatDoesNotBeginAsARecordIsRefused(String text) {
        assertProblem(read(START, text, END), "BAD_RECORD", new Place(2, 82));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1503208011 ", "           ", "1503208011x"})
    void anAccountThatIsNoneIsRefused(String number) {
        assertProblem(read(START, account(number), PAID, CLOSE, END), "BAD_ACCOUNT", new Place(2, 82));
    }

    /** Position and text of a field of the first item, and how it is told; nothing is said of the sum as well. */
    @ParameterizedTest
    @CsvSource({
        "16,310227,BAD_DATE",
        "16,000000,BAD_DATE",
        "33,x,BAD_AMOUNT",
        "32,+,BAD_AMOUNT",
        "32,1,BAD_AMOUNT",
        "27,/,BAD_SERIAL",
        "9,/,BAD_SERIAL"
    })
    void aFieldThatIsNoneIsToldWithoutASecondComplaintAboutTheSum(int position, String text, String code) {
        var log = read(START, OPEN, with(PAID, position, text), second(1, "0"), close(1, 4, 30_000), end(1, 6, 30_000));
        assertProblem(log, code, new Place(3, 164));
    }

    /** Which record says another figure than was read, where in it, and how it is told. */
    @ParameterizedTest
    @CsvSource({
        "4,16,2,SECTION_COUNT",
        "4,24,4,FILE_COUNT",
        "4,41,1,SECTION_SUM",
        "5,16,2,SECTION_COUNT",
        "5,24,4,FILE_COUNT",
        "5,41,1,SECTION_SUM",
        "4,16,x,BAD_COUNT",
        "4,24,x,BAD_COUNT",
        "4,41,x,BAD_AMOUNT",
        "5,41,x,BAD_AMOUNT"
    })
    void aDeclaredFigureThatIsNotWhatWasReadIsFatal(int record, int position, String text, String code) {
        var records = new String[] {START, OPEN, PAID, CLOSE, END};
        records[record - 1] = with(records[record - 1], position, text);
        assertProblem(read(records), code, new Place(record, 82L * (record - 1)));
    }

    @Test
    void anotherSumThanDeclaredIsToldWithBothSums() {
        var log = read(START, OPEN, PAID, close(1, 3, 30_001), END);
        assertThat(log.problems().get(0).text()).contains("300.01 NOK", "300.00 NOK");
    }

    @Test
    void allBadFieldsAreToldAtOnceAndAHundredAreEnough() {
        var bad = with(PAID, 38, "x");
        assertThat(read(START, OPEN, bad, bad, close(2, 4, 0), end(2, 6, 0)).fatalCodes())
                .containsExactly("BAD_AMOUNT", "BAD_AMOUNT");
        var many = Stream.concat(Stream.of(START, OPEN), Collections.nCopies(500, bad).stream());
        assertThat(read(many.toArray(String[]::new)).fatalCodes()).hasSize(101).contains("TOO_MANY_PROBLEMS");
    }

    @Test
    void zeroBytesAndWhatStandsBehindTheLastPositionAreRefused() {
        assertThat(readWhole(with(PAID, 76, "\0")).fatalCodes()).containsExactly("BAD_CHARACTER");
        assertThat(readWhole(PAID + "   7").fatalCodes()).containsExactly("LONG_RECORD");
    }

    @Test
    void anAmountWithTooManyTextsEndsTheReading() {
        var texts = Stream.concat(Stream.of(PAID), Collections.nCopies(1_001, text(1, "a")).stream());
        assertThat(readWhole(texts.toArray(String[]::new)).fatalCodes()).containsExactly("MANY_MESSAGES");
    }

    private static void assertProblem(EventLog log, String code, Place place) {
        assertThat(log.fatalCodes()).containsExactly(code);
        assertThat(log.problems()).last().extracting("place").isEqualTo(place);
    }
}
