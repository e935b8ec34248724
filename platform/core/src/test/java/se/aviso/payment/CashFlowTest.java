package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;

class CashFlowTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final List<Week> WEEKS = Week.around(MONDAY, 1, 1);

    @Test
    void daysAddUpToTheirWeek() {
        var flow = CashFlow.of(
                WEEKS,
                Map.of(MONDAY.minusDays(1), kronor(10), MONDAY, kronor(200), MONDAY.plusDays(6), kronor(50)),
                Map.of(MONDAY.plusDays(6), kronor(1), MONDAY.plusDays(7), kronor(300)));
        assertThat(flow.flows())
                .containsExactly(
                        new CashFlow.Flow(WEEKS.get(0), kronor(10), kronor(0)),
                        new CashFlow.Flow(WEEKS.get(1), kronor(250), kronor(1)),
                        new CashFlow.Flow(WEEKS.get(2), kronor(0), kronor(300)));
    }

    @Test
    void itGoesFromTheFirstWeekToTheLast() {
        var flow = CashFlow.of(WEEKS, Map.of(), Map.of());
        assertThat(flow.first()).isEqualTo(WEEKS.get(0));
        assertThat(flow.last()).isEqualTo(WEEKS.get(2));
    }

    @Test
    void thereIsNoFlowOfNoWeek() {
        assertThatIllegalArgumentException().isThrownBy(() -> CashFlow.of(List.of(), Map.of(), Map.of()));
    }

    @Test
    void daysOutsideOfTheWeeksAreLeftOut() {
        var flow = CashFlow.of(WEEKS, Map.of(MONDAY.minusDays(8), kronor(10)), Map.of(MONDAY.plusDays(14), kronor(10)));
        assertThat(flow.isEmpty()).isTrue();
        assertThat(flow.most()).isEqualTo(kronor(0));
    }

    @Test
    void theHighestWeekIsThatOfPaidAndExpectedTogether() {
        var flow = CashFlow.of(
                WEEKS, Map.of(MONDAY, kronor(200), MONDAY.minusDays(7), kronor(220)), Map.of(MONDAY, kronor(30)));
        assertThat(flow.most()).isEqualTo(kronor(230));
        assertThat(flow.isEmpty()).isFalse();
    }

    @Test
    void moneyThatTheBankTookBackIsToldButStandsNoBar() {
        var week = new CashFlow.Flow(WEEKS.get(0), kronor(-40), kronor(100));
        assertThat(week.paid()).isEqualTo(kronor(-40));
        assertThat(week.paidHeight()).isEqualTo(Money.ore(0));
        assertThat(week.height()).isEqualTo(kronor(100));
    }

    @Test
    void aWeekInWhichOnlyMoneyWasTakenBackIsNotEmpty() {
        assertThat(CashFlow.of(WEEKS, Map.of(MONDAY, kronor(-1)), Map.of()).isEmpty())
                .isFalse();
    }
}
