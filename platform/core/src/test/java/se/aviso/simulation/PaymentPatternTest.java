package se.aviso.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentPatternTest {
    private static final long SEED = 20_261_128;

    @Test
    void whenAllPayEachPaysOnTheDueDay() {
        var pattern = PaymentPattern.stated(PaymentPattern.WHOLE);
        assertThat(LongStream.range(0, 5_000).mapToObj(pattern::delay)).allMatch(delay -> delay.orElse(-1) == 0);
    }

    @Test
    void whenNobodyPaysNobodyDoes() {
        assertThat(LongStream.range(0, 5_000).mapToObj(PaymentPattern.stated(0)::delay))
                .allMatch(delay -> delay.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 50, 93, 99})
    void ofAnyThousandAsManyPayAsTheShareSays(int percent) {
        var random = new Random(SEED);
        var pattern = PaymentPattern.stated(percent * 100);
        for (var i = 0; i < 200; i++) {
            var first = random.nextInt(1_000_000);
            var paid = LongStream.range(first, first + 1_000L)
                    .mapToObj(pattern::delay)
                    .filter(delay -> delay.isPresent())
                    .count();
            assertThat(paid).as("seed %d, from %d", SEED, first).isBetween(percent * 10L - 4, percent * 10L + 4);
        }
    }

    @Test
    void whatWasObservedIsFollowedDayByDay() {
        var pattern = PaymentPattern.observed(Map.of(-3, 500L, 0, 300L, 12, 100L), 1_000);
        assertThat(pattern.paidShare()).isEqualTo(9_000);
        var days = new HashMap<Integer, Integer>();
        LongStream.range(0, 10_000).forEach(n -> days.merge(pattern.delay(n).orElse(99), 1, Integer::sum));
        assertThat(days.getOrDefault(-3, 0)).isBetween(4_995, 5_005);
        assertThat(days.getOrDefault(12, 0)).isBetween(995, 1_005);
        assertThat(days.getOrDefault(99, 0)).isBetween(995, 1_005);
    }

    @Test
    void sharesOfManySmallDaysLoseNothing() {
        var random = new Random(SEED);
        var paid = new TreeMap<Integer, Long>();
        for (var day = -60; day <= 180; day++) {
            paid.put(day, (long) random.nextInt(50));
        }
        var all = paid.values().stream().mapToLong(Long::longValue).sum();
        assertThat(PaymentPattern.observed(paid, all).paidShare())
                .as("seed %d", SEED)
                .isEqualTo(PaymentPattern.WHOLE);
    }

    @Test
    void moreThanAllIsNoPattern() {
        assertThatThrownBy(() -> PaymentPattern.stated(10_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PaymentPattern.observed(Map.of(0, 2L), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
