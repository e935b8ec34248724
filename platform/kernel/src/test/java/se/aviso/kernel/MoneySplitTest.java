package se.aviso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.aviso.kernel.Money.ore;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneySplitTest {
    @Test
    void whatRoundingLeavesGoesToTheLargestRemainders() {
        assertThat(ore(100).splitBy(1, 1, 1)).containsExactly(ore(34), ore(33), ore(33));
        assertThat(ore(100).splitBy(1, 5, 1)).containsExactly(ore(14), ore(72), ore(14));
        assertThat(ore(10).splitBy(1, 2, 4)).containsExactly(ore(1), ore(3), ore(6));
        assertThat(ore(7).splitBy(0, 3)).containsExactly(ore(0), ore(7));
    }

    @Test
    void whatIsOwedBackIsSplitLikeWhatIsOwed() {
        assertThat(ore(-100).splitBy(1, 1, 1)).containsExactly(ore(-34), ore(-33), ore(-33));
        assertThat(ore(0).splitBy(2, 1)).containsExactly(ore(0), ore(0));
    }

    @Test
    void thePartsAddUpAndAreLessThanAnOreOff() {
        var random = new Random(71);
        for (var round = 0; round < 2_000; round++) {
            var whole = random.nextInt(2_000_000) - 1_000_000;
            var weights = random.longs(1 + random.nextInt(6), 0, 1_000).toArray();
            weights[0]++;
            var sum = 0L;
            for (var weight : weights) {
                sum += weight;
            }
            var parts = ore(whole).splitBy(weights);
            assertThat(parts.stream().mapToLong(Money::minorUnits).sum()).isEqualTo(whole);
            for (var index = 0; index < weights.length; index++) {
                var exact = (double) whole * weights[index] / sum;
                assertThat(Math.abs(parts.get(index).minorUnits() - exact)).isLessThan(1);
            }
        }
    }

    @Test
    void thereMustBeSomethingToSplitBy() {
        assertThatIllegalArgumentException().isThrownBy(() -> ore(1).splitBy()).withMessage("nothing to split by");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ore(1).splitBy(0, 0))
                .withMessage("nothing to split by");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ore(1).splitBy(2, -1))
                .withMessage("a weight of -1");
    }

    @ParameterizedTest
    @CsvSource({"100, 1, 3, 33", "200, 1, 3, 67", "5, 1, 2, 3", "-5, 1, 2, -3", "100, 0, 7, 0", "90, 7, 1, 630"})
    void aPortionIsRoundedHalfAwayFromNothing(long whole, long parts, long of, long portion) {
        assertThat(ore(whole).portion(parts, of)).isEqualTo(ore(portion));
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "1, 0"})
    void noPartsOfNothing(long parts, long of) {
        assertThatIllegalArgumentException().isThrownBy(() -> ore(100).portion(parts, of));
    }

    @Test
    void theLesserOfTwoIsTheOneThatIsLess() {
        assertThat(ore(3).min(ore(4))).isEqualTo(ore(3));
        assertThat(ore(4).min(ore(3))).isEqualTo(ore(3));
        assertThat(ore(4).minus(ore(7))).isEqualTo(ore(-3));
        assertThat(ore(1).isZero()).isFalse();
        assertThat(ore(0).isZero()).isTrue();
    }
}
