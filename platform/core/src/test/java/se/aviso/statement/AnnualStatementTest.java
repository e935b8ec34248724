package se.aviso.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.statement.Movement.Effect;
import se.aviso.statement.Movement.Kind;

class AnnualStatementTest {
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2026, 12, 31);

    @Test
    void aYearTellsWhatWasInvoicedPaidAndCreditedAndWhatIsLeft() {
        var statement = AnnualStatement.of(
                2027,
                List.of(
                        claim(2027, 1, kronor(300)),
                        moved(LocalDate.of(2027, 2, 1), Kind.PAYMENT, kronor(-100)),
                        moved(LocalDate.of(2027, 3, 1), Kind.CREDIT_NOTE, kronor(-50)),
                        moved(LocalDate.of(2027, 4, 1), Kind.WRITE_OFF, kronor(-30))));
        assertThat(statement.claimed()).isEqualTo(kronor(300));
        assertThat(statement.paid()).isEqualTo(kronor(100));
        assertThat(statement.credited()).isEqualTo(kronor(50));
        assertThat(statement.writtenOff()).isEqualTo(kronor(30));
        assertThat(statement.left()).isEqualTo(kronor(120));
    }

    @Test
    void theLastAndTheFirstDayOfAYearBelongToDifferentStatements() {
        var all = List.of(
                moved(NEW_YEARS_EVE, Kind.CLAIM, kronor(300)),
                moved(NEW_YEARS_EVE.plusDays(1), Kind.PAYMENT, kronor(-300)));
        assertThat(AnnualStatement.of(2026, all).left()).isEqualTo(kronor(300));
        assertThat(AnnualStatement.of(2027, all).before().toPay()).isEqualTo(kronor(300));
        assertThat(AnnualStatement.of(2027, all).left()).isEqualTo(kronor(0));
    }

    @Test
    void whatWasKeptIsNoDebtOfThePayer() {
        var kept = new Movement(
                NEW_YEARS_EVE,
                Kind.CREDIT_BALANCE,
                new Movement.About(Optional.of(1L), ""),
                new Effect(kronor(300), kronor(300)),
                Optional.empty());
        var all = List.of(
                claim(2026, 1, kronor(300)),
                moved(NEW_YEARS_EVE, Kind.PAYMENT, kronor(-300)),
                moved(NEW_YEARS_EVE, Kind.CREDIT_NOTE, kronor(-300)),
                kept);
        var statement = AnnualStatement.of(2026, all);
        assertThat(statement.left()).isEqualTo(kronor(0));
        assertThat(statement.kept()).isEqualTo(kronor(300));
        assertThat(AnnualStatement.of(2027, all).before().kept()).isEqualTo(kronor(300));
    }

    @Test
    void aYearInWhichNothingWasOwedHasNoStatement() {
        var all = List.of(
                claim(2023, 2, kronor(300)),
                moved(LocalDate.of(2025, 2, 1), Kind.PAYMENT, kronor(-300)),
                claim(2027, 2, kronor(300)));
        assertThat(AnnualStatement.each(all, 2028))
                .extracting(AnnualStatement::year)
                .containsExactly(2028, 2027, 2025, 2024, 2023);
    }

    @Test
    void whoHasNeverBeenBilledHasNoStatement() {
        assertThat(AnnualStatement.each(List.of(), 2027)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatAYearLeavesIsWhatTheNextBeginsWith(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Movement>();
        var sum = 0L;
        for (var n = 0; n < 200; n++) {
            var ore = random.nextLong(-50_000, 50_000);
            var day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3_000));
            var kind = ore < 0 ? Kind.PAYMENT : Kind.CLAIM;
            all.add(moved(day, kind, Money.ore(ore)));
            sum += ore;
        }
        for (var year = 2019; year < 2030; year++) {
            var statement = AnnualStatement.of(year, all);
            assertThat(AnnualStatement.of(year + 1, all).before().toPay()).isEqualTo(statement.left());
        }
        assertThat(AnnualStatement.of(2030, all).left()).isEqualTo(Money.ore(sum));
    }

    private static Movement claim(int year, int month, Money amount) {
        return moved(LocalDate.of(year, month, 1), Kind.CLAIM, amount);
    }

    private static Movement moved(LocalDate day, Kind kind, Money amount) {
        return new Movement(day, kind, new Movement.About(Optional.of(1L), ""), Effect.on(amount), Optional.empty());
    }
}
