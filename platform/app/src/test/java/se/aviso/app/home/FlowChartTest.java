package se.aviso.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.Money;
import se.aviso.payment.CashFlow;
import se.aviso.payment.Week;

class FlowChartTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final int GROUND = 288;
    private static final int CEILING = 48;

    @ParameterizedTest(name = "up to {0} öre by {1}")
    @CsvSource({
        "0, 100",
        "1, 100",
        "400, 100",
        "401, 200",
        "800, 200",
        "801, 500",
        "2000, 500",
        "2001, 1000",
        "6150000, 2000000",
        "54464000, 20000000"
    })
    void theScaleGoesByARoundStepAndHasFewLines(long height, long step) {
        assertThat(FlowChart.step(height)).isEqualTo(step);
    }

    @Test
    void whatIsExpectedStandsUponWhatWasPaid() {
        var chart = FlowChart.of(flow(kronor(30), kronor(10)));
        var bar = chart.bars().get(0);
        assertThat(chart.lines()).extracting(FlowChart.Line::value).endsWith(kronor(40));
        assertThat(bar.expectedTop()).isEqualTo(CEILING);
        assertThat(bar.paidTop()).isEqualTo(CEILING + 60);
        assertThat(bar.paidTop() + bar.paid()).isEqualTo(GROUND);
        assertThat(bar.expectedTop() + bar.expected()).isEqualTo(bar.paidTop());
    }

    @Test
    void everyBarStandsWithinTheScale() {
        var seed = 20261123L;
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var most = 1L << random.nextInt(50);
            var chart = FlowChart.of(flow(Money.ore(random.nextLong(-most, most)), Money.ore(random.nextLong(most))));
            assertThat(chart.lines()).hasSizeBetween(2, 5);
            assertThat(chart.lines().get(0).y()).isEqualTo(GROUND);
            assertThat(chart.bars()).as("seed %d round %d", seed, round).allSatisfy(bar -> {
                assertThat(bar.expectedTop()).isBetween(CEILING, GROUND);
                assertThat(bar.paid()).isNotNegative();
                assertThat(bar.expected()).isNotNegative();
            });
        }
    }

    @Test
    void weeksStandBesideEachOtherAndWithinTheDrawing() {
        var bars = FlowChart.of(CashFlow.of(Week.around(MONDAY, 5, 4), Map.of(), Map.of()))
                .bars();
        assertThat(bars).hasSize(10);
        for (var at = 1; at < bars.size(); at++) {
            assertThat(bars.get(at).x())
                    .isGreaterThan(bars.get(at - 1).x() + bars.get(at - 1).width());
        }
        assertThat(bars.get(9).x() + bars.get(9).width()).isLessThan(700);
    }

    private static CashFlow flow(Money paid, Money expected) {
        return CashFlow.of(Week.around(MONDAY, 0, 1), Map.of(MONDAY, paid), Map.of(MONDAY, expected));
    }

    private static Money kronor(long kronor) {
        return Money.kronor(kronor);
    }
}
