package se.aviso.bank.bgmax;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.bank.bgmax.BgMaxFixture.OPEN;
import static se.aviso.bank.bgmax.BgMaxFixture.START;
import static se.aviso.bank.bgmax.BgMaxFixture.deposit;
import static se.aviso.bank.bgmax.BgMaxFixture.end;
import static se.aviso.bank.bgmax.BgMaxFixture.money;
import static se.aviso.bank.bgmax.BgMaxFixture.open;
import static se.aviso.bank.bgmax.BgMaxFixture.payment;
import static se.aviso.bank.bgmax.BgMaxFixture.read;
import static se.aviso.bank.bgmax.BgMaxFixture.readWhole;
import static se.aviso.bank.bgmax.BgMaxFixture.with;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.SectionTotals;
import se.aviso.testkit.bank.EventLog;

class ControlTotalsTest {
    private static final String PAID = payment(1, 30_000, 2, "1230");

    @Test
    void theDepositRecordGivesDaySerialSumAndCount() {
        var totals = readWhole(PAID).sections().get(0).totals();
        var expected = new SectionTotals(LocalDate.of(2026, 3, 2), "00007", Money.kronor(300), 1, new Place(4, 246));
        assertThat(totals).contains(expected);
    }

    @Test
    void deductionsLessenTheSumAndRaiseTheCount() {
        var log = readWhole(PAID, money("21", 2, 10_000, 3, "1347"));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.sections().get(0).totals().orElseThrow().net()).isEqualTo(Money.kronor(200));
    }

    @Test
    void aSectionMayAmountToNothing() {
        assertThat(readWhole(PAID, money("21", 2, 30_000, 3, "1347")).isAccepted())
                .isTrue();
    }

    @Test
    void anotherSumThanDeclaredIsFatalAndToldWithBothSums() {
        var log = sectionWith(deposit(30_001, 1));
        assertThat(log.fatalCodes()).containsExactly("SECTION_SUM");
        assertThat(log.problems().get(0).text()).contains("300.01 SEK", "300.00 SEK");
        assertThat(log.problems().get(0).place()).isEqualTo(new Place(4, 246));
    }

    @Test
    void anotherCountThanDeclaredIsFatal() {
        var log = sectionWith(deposit(30_000, 2));
        assertThat(log.fatalCodes()).containsExactly("SECTION_COUNT");
        assertThat(log.problems().get(0).text()).contains("declares 2").contains("1 were read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10100302", "19791231", "21010101", "20260230", "20261301", "2026 302", "00000000"})
    void aDayThatCannotBeIsFatal(String day) {
        assertThat(sectionWith(with(deposit(30_000, 1), 38, day)).fatalCodes())
                .containsExactly("BAD_DATE", "BAD_TOTALS");
    }

    @ParameterizedTest
    @CsvSource({"46,BAD_DEPOSIT_SERIAL", "60,BAD_AMOUNT", "69,BAD_CURRENCY", "75,BAD_COUNT"})
    void aFieldOfTheDepositThatMakesNoSenseIsNamed(int position, String code) {
        var log = sectionWith(with(deposit(30_000, 1), position, "x"));
        assertThat(log.fatalCodes()).containsExactly(code, "BAD_TOTALS");
        assertThat(log.problems()).extracting("place").containsOnly(new Place(4, 246));
    }

    @Test
    void aSectionIsNeverNettedWithOneInAnotherCurrency() {
        var euros = with(deposit(30_000, 1), 69, "EUR");
        var log = read(START, OPEN, PAID, deposit(30_000, 1), open("EUR"), PAID, euros, end(2, 0, 0, 2));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.sections())
                .extracting(section -> section.net().toString())
                .containsExactly("300.00 SEK", "300.00 EUR");
    }

    @Test
    void aDepositInAnotherCurrencyThanItsSectionIsFatal() {
        assertThat(sectionWith(with(deposit(30_000, 1), 69, "EUR")).fatalCodes())
                .containsExactly("BAD_CURRENCY", "BAD_TOTALS");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2,0,0,1,declares 2 payment records (20)
            1,1,0,1,declares 1 deduction records (21)
            1,0,1,1,'declares 1 extra reference records (22, 23)'
            1,0,0,2,declares 2 deposit records (15)
            """)
    void otherCountsThanTheFileDeclaresAreFatal(long paid, long deducted, long references, long deposits, String text) {
        var log = read(START, OPEN, PAID, deposit(30_000, 1), end(paid, deducted, references, deposits));
        assertThat(log.fatalCodes()).containsExactly("FILE_COUNT");
        assertThat(log.problems().get(0).text()).contains(text).endsWith("were read");
    }

    @Test
    void everyWrongCountIsTold() {
        assertThat(read(START, end(1, 2, 3, 4)).fatalCodes()).hasSize(4).containsOnly("FILE_COUNT");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 11, 19, 27, 34})
    void aCountThatIsNoNumberIsFatal(int position) {
        var log = read(START, with(end(0, 0, 0, 0), position, "x"));
        assertThat(log.fatalCodes()).containsExactly("BAD_COUNT");
    }

    @Test
    void anEmptyFileWithZerosIsLegal() {
        var log = read(START, end(0, 0, 0, 0));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.sections()).isEmpty();
    }

    @Test
    void amountsThatNoSumCouldHoldAreNone() {
        var huge = payment(1, 999_999_999_999_999_999L, 2, "1230");
        var log = read(START, OPEN, huge, huge, deposit(0, 2), end(2, 0, 0, 1));
        assertThat(log.fatalCodes()).containsExactly("BAD_AMOUNT", "BAD_AMOUNT");
    }

    private static EventLog sectionWith(String deposit) {
        return read(START, OPEN, PAID, deposit, end(1, 0, 0, 1));
    }
}
