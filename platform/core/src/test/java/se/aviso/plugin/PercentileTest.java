package se.aviso.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentileTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "50, 50", "95, 95", "100, 100"})
    void ofAHundredItIsTheOneOfThatRank(int percent, long expected) {
        var falling = LongStream.rangeClosed(1, 100).map(i -> 101 - i).toArray();
        assertThat(Percentile.of(falling, percent)).isEqualTo(expected);
        assertThat(falling[0]).as("what was given stays as it is").isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"50, 20", "66, 20", "67, 30", "95, 30", "33, 10", "34, 20"})
    void ofFewItIsTheFirstThatIsNotBelow(int percent, long expected) {
        assertThat(Percentile.of(new long[] {30, 10, 20}, percent)).isEqualTo(expected);
    }

    @Test
    void ofNoneItIsNothing() {
        assertThat(Percentile.of(new long[0], 95)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, -1})
    void whatIsNoPercentileIsRefused(int percent) {
        assertThatThrownBy(() -> Percentile.of(new long[] {1}, percent)).isInstanceOf(IllegalArgumentException.class);
    }
}
