package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.payment.SuggestionHistory.Tally;

class SuggestionHistoryTest {
    private static final long PATTERN = Evidence.pattern(List.of(Evidence.SAME_ACCOUNT, Evidence.SAME_AMOUNT));

    @Test
    void withoutDecisionsTheGuessStandsAndIsCalledOne() {
        assertThat(SuggestionHistory.NONE.score(PATTERN, 70))
                .isEqualTo(new SuggestionHistory.Score(70, Optional.empty()));
    }

    @ParameterizedTest(name = "{1} right of {0}: {2} percent")
    @CsvSource(textBlock = """
              4,   0, 70, false
              5,   5, 82, true
              5,   0, 43, true
             48,  46, 92, true
             48,   2, 14, true
            """)
    void theShareOfThoseThatWereRightIsSmoothedWithTheGuess(long offered, long right, int percent, boolean learned) {
        var score = of(offered, right).score(PATTERN, 70);
        assertThat(score.percent()).isEqualTo(percent);
        assertThat(score.learned().isPresent()).isEqualTo(learned);
    }

    @Test
    void otherReasonsLearnNothingFromIt() {
        var others = Evidence.pattern(List.of(Evidence.SAME_ACCOUNT, Evidence.LESS_THAN_OPEN));
        assertThat(of(1000, 1000).score(others, 40).learned()).isEmpty();
    }

    @Test
    void noTwoSetsOfReasonsHaveOnePattern() {
        var seed = 46_48L;
        var random = new Random(seed);
        var sets = new HashSet<EnumSet<Evidence>>();
        var patterns = new HashSet<Long>();
        for (var round = 0; round < 2_000; round++) {
            var some = EnumSet.noneOf(Evidence.class);
            for (var each : Evidence.values()) {
                if (random.nextBoolean()) {
                    some.add(each);
                }
            }
            sets.add(some);
            patterns.add(Evidence.pattern(some));
        }
        assertThat(patterns).as("seed %d", seed).hasSameSizeAs(sets);
    }

    @Test
    void aScoreIsAPercentageAndGrowsWithWhatWasRight() {
        var seed = 20_261_130L;
        var random = new Random(seed);
        for (var round = 0; round < 20_000; round++) {
            var offered = 1L + random.nextInt(100_000);
            var right = random.nextLong(offered);
            var guess = random.nextInt(96);
            var less = of(offered, right).score(PATTERN, guess).percent();
            var more = of(offered, right + 1).score(PATTERN, guess).percent();
            assertThat(less).as("seed %d", seed).isBetween(0, 100);
            assertThat(more).as("seed %d", seed).isBetween(less, 100);
            if (offered >= SuggestionHistory.FEW) {
                var wrong = of(offered + 1, right).score(PATTERN, guess).percent();
                assertThat(wrong).as("seed %d: one more that was wrong", seed).isLessThanOrEqualTo(less);
            }
        }
    }

    @Test
    void withManyDecisionsTheScoreIsTheirShareWhateverWasGuessed() {
        var seed = 7L;
        var random = new Random(seed);
        for (var round = 0; round < 5_000; round++) {
            var offered = 10_000L + random.nextInt(1_000_000);
            var right = random.nextLong(offered + 1);
            var score = of(offered, right).score(PATTERN, random.nextInt(96)).percent();
            assertThat((double) score).as("seed %d", seed).isCloseTo(100.0 * right / offered, within(0.6));
        }
    }

    @Test
    void moreCannotHaveBeenRightThanWereThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tally(1, 2));
    }

    private static SuggestionHistory of(long offered, long right) {
        return new SuggestionHistory(Map.of(PATTERN, new Tally(offered, right)));
    }
}
