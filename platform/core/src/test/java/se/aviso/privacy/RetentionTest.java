package se.aviso.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            2020-01-01, 2027-12-31
            2020-12-31, 2027-12-31
            2021-01-01, 2028-12-31""")
    void aRecordIsKeptThroughTheSeventhYear(LocalDate recorded, LocalDate through) {
        assertThat(Retention.keptThrough(recorded)).isEqualTo(through);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2027-12-31, 2020-01-01
            2028-01-01, 2021-01-01""")
    void whatIsOlderMayGo(LocalDate today, LocalDate before) {
        assertThat(Retention.overBefore(today)).isEqualTo(before);
    }

    @Test
    void whatMayGoIsKeptNoLongerAndNothingElse() {
        for (var day = LocalDate.of(2018, 12, 1); day.isBefore(LocalDate.of(2022, 2, 1)); day = day.plusDays(1)) {
            for (var today : new LocalDate[] {LocalDate.of(2027, 12, 31), LocalDate.of(2028, 1, 1)}) {
                assertThat(day.isBefore(Retention.overBefore(today)))
                        .as("%s on %s", day, today)
                        .isEqualTo(today.isAfter(Retention.keptThrough(day)));
            }
        }
    }
}
