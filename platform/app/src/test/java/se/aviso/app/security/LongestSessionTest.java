package se.aviso.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongestSessionTest {
    @ParameterizedTest
    @CsvSource({"2027-01-05T19:59:59Z, false", "2027-01-05T20:00:00Z, false", "2027-01-05T20:00:01Z, true"})
    void aSessionIsOverAfterTwelveHours(Instant now, boolean over) {
        assertThat(LongestSession.isOver(Instant.parse("2027-01-05T08:00:00Z"), now))
                .isEqualTo(over);
    }
}
