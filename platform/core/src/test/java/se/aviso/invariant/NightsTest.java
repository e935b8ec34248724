package se.aviso.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightsTest {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource(textBlock = """
            2027-01-08T00:59:59Z, 2027-01-07T01:00:00Z
            2027-01-08T01:00:00Z, 2027-01-08T01:00:00Z
            2027-01-08T20:00:00Z, 2027-01-08T01:00:00Z
            2027-07-08T00:00:00Z, 2027-07-08T00:00:00Z
            2027-03-28T12:00:00Z, 2027-03-28T01:00:00Z
            """)
    void aNightBeginsAtTwoWhereTheTenantIs(Instant now, Instant begin) {
        assertThat(Nights.begin(now, STOCKHOLM)).isEqualTo(begin);
    }
}
