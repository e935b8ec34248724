package se.aviso.bank.bgmax;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.bank.bgmax.BgMaxFixture.OPEN;
import static se.aviso.bank.bgmax.BgMaxFixture.START;
import static se.aviso.bank.bgmax.BgMaxFixture.deposit;
import static se.aviso.bank.bgmax.BgMaxFixture.end;
import static se.aviso.bank.bgmax.BgMaxFixture.message;
import static se.aviso.bank.bgmax.BgMaxFixture.payment;
import static se.aviso.bank.bgmax.BgMaxFixture.read;
import static se.aviso.bank.bgmax.BgMaxFixture.readWhole;
import static se.aviso.bank.bgmax.BgMaxFixture.record;
import static se.aviso.bank.bgmax.BgMaxFixture.with;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.spi.bank.Place;
import se.aviso.testkit.bank.EventLog;

class DamagedFileTest {
    private static final String PAID = payment(1, 30_000, 2, "1230");
    private static final String DEPOSIT = deposit(30_000, 1);
    private static final String END = end(1, 0, 0, 1);

    @Test
    void noBytesAreNoFile() {
        assertProblem(EventLog.of(new BgMaxFormat(), new byte[0]), "TRUNCATED", new Place(1, 0));
    }

    @Test
    void aFileWithoutItsEndRecordIsTruncated() {
        assertProblem(read(START, OPEN, PAID, DEPOSIT), "TRUNCATED", new Place(5, 328));
    }

    @Test
    void aFileMustBeginWithItsStartRecord() {
        assertProblem(read(OPEN, PAID, DEPOSIT, END), "NOT_BGMAX", new Place(1, 0));
    }

    @Test
    void aSecondStartRecordEndsTheReading() {
        assertProblem(read(START, START, OPEN, PAID, DEPOSIT, END), "SECOND_START", new Place(2, 82));
    }

    @Test
    void anotherLayoutVersionIsNotGuessedAt() {
        assertProblem(read(with(START, 23, "02"), END), "BAD_VERSION", new Place(1, 0));
    }

    @Test
    void recordsAfterTheEndRecordAreRefused() {
        var log = read(START, OPEN, PAID, DEPOSIT, END, START);
        assertProblem(log, "RECORD_AFTER_END", new Place(6, 410));
        assertThat(log.isClosed()).isFalse();
    }

    @Test
    void aSectionWithoutDepositRecordIsNoticedAtTheNextSection() {
        assertProblem(read(START, OPEN, PAID, OPEN, PAID, DEPOSIT, END), "MISSING_TOTALS", new Place(4, 246));
    }

    @Test
    void aSectionWithoutDepositRecordIsNoticedAtTheEnd() {
        assertProblem(read(START, OPEN, PAID, END), "MISSING_TOTALS", new Place(4, 246));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "20", "21", "22", "23", "25", "26", "27", "28", "29"})
    void aRecordOutsideEverySectionIsRefused(String type) {
        assertProblem(read(START, record(type), END), "OUTSIDE_SECTION", new Place(2, 82));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22", "23", "25", "26", "27", "28", "29"})
    void aRecordThatBelongsToNoPaymentIsRefused(String type) {
        assertProblem(read(START, OPEN, record(type), END), "ORPHAN_RECORD", new Place(3, 164));
    }

    @Test
    void unknownRecordTypesAreNotedAndPassedOver() {
        var log = readWhole(record("24"), PAID, record("99"), message("tack"));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.noteCodes()).containsExactly("UNKNOWN_RECORD", "UNKNOWN_RECORD");
        assertThat(log.problems().get(0).text()).contains("24");
        assertThat(log.payments().get(0).messages()).containsExactly("tack");
    }

    @Test
    void whatDoesNotBeginWithARecordTypeIsRefused() {
        assertProblem(read(START, "<html>", END), "BAD_RECORD", new Place(2, 82));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0009912345", "0000000000", "          ", "00099123x6", "9999999999"})
    void aReceivingBankgiroThatIsNoneIsRefused(String number) {
        assertProblem(read(START, with(OPEN, 3, number), PAID, DEPOSIT, END), "BAD_BANKGIRO", new Place(2, 82));
    }

    @Test
    void aValidPlusgiroFollowsTheBankgiro() {
        var log = read(START, with(OPEN, 13, "0002865434"), PAID, DEPOSIT, END);
        assertThat(log.sections().get(0).start().accounts()).hasToString("[991-2346, 28 65 43-4]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "NOK", "   ", "sek"})
    void aCurrencyThatBankgirotNeverHadIsRefused(String currency) {
        assertProblem(read(START, with(OPEN, 23, currency), PAID, DEPOSIT, END), "BAD_CURRENCY", new Place(2, 82));
    }

    @ParameterizedTest
    @ValueSource(strings = {"                  ", "00000000000030000 ", "0000000000-3000000", "00000000000300.000"})
    void anAmountThatIsNoNumberIsToldWithoutASecondComplaintAboutTheSum(String amount) {
        var log = read(START, OPEN, with(PAID, 38, amount), DEPOSIT, END);
        assertProblem(log, "BAD_AMOUNT", new Place(3, 164));
    }

    @Test
    void aSerialNumberThatIsNoneIsFatal() {
        assertProblem(read(START, OPEN, with(PAID, 58, "x"), DEPOSIT, END), "BAD_SERIAL", new Place(3, 164));
    }

    @Test
    void allBadFieldsAreToldAtOnce() {
        var bad = with(PAID, 38, "x");
        assertThat(read(START, OPEN, bad, bad, bad, deposit(0, 3), end(3, 0, 0, 1))
                        .fatalCodes())
                .containsExactly("BAD_AMOUNT", "BAD_AMOUNT", "BAD_AMOUNT");
    }

    @Test
    void aHundredFatalProblemsAreEnough() {
        var bad = Stream.concat(Stream.of(START, OPEN), Collections.nCopies(500, with(PAID, 38, "x")).stream());
        assertThat(read(bad.toArray(String[]::new)).fatalCodes()).hasSize(101).contains("TOO_MANY_PROBLEMS");
    }

    @Test
    void aThousandNotesAreEnough() {
        var log = readWhole(Collections.nCopies(5_000, record("99")).toArray(String[]::new));
        assertThat(log.noteCodes()).hasSize(1_001).endsWith("MORE_NOTES");
        assertThat(log.isAccepted()).isTrue();
    }

    private static void assertProblem(EventLog log, String code, Place place) {
        assertThat(log.fatalCodes()).containsExactly(code);
        assertThat(log.problems()).last().extracting("place").isEqualTo(place);
    }
}
