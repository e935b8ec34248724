package se.aviso.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitConfigTest {
    @ParameterizedTest
    @CsvSource({"30, 100, 30", "30, 200, 60", "30, 50, 15", "1, 10, 1", "30, 0, 1"})
    void aLimitIsSetWiderOrNarrowerAndIsNeverNothing(int perMinute, int percent, int expected) {
        assertThat(LimitConfig.scaled(perMinute, percent)).isEqualTo(expected);
    }
}
