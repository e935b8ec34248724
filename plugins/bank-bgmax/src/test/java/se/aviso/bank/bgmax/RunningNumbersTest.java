package se.aviso.bank.bgmax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningNumbersTest {
    private static final int PAYMENTS = 20_000;

    /** Steps of one sort are drawn for each: in order, with small and large gaps, back, and the same again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOccurrenceIsCountedHoweverSerialNumbersCome(long seed) {
        var random = new SplittableRandom(seed);
        var numbers = new RunningNumbers();
        var met = new HashMap<String, Integer>();
        var serial = random.nextLong(1_000);
        for (var each = 0; each < PAYMENTS; each++) {
            serial = next(serial, random);
            var deduction = random.nextInt(10) == 0;
            assertThat(numbers.next(serial, deduction))
                    .as("seed %s, serial %s", seed, serial)
                    .isEqualTo(met.merge(serial + " " + deduction, 1, Integer::sum));
        }
    }

    private static long next(long serial, SplittableRandom random) {
        return switch (random.nextInt(12)) {
                    case 0 -> serial;
                    case 1 -> Math.max(0, serial - random.nextLong(500));
                    case 2 -> serial + random.nextLong(1_000_000_000L);
                    case 3 -> random.nextLong(1_000_000_000_000L);
                    case 4 -> random.nextLong(300);
                    default -> serial + 1 + random.nextLong(3);
                }
                % 1_000_000_000_000L;
    }
}
