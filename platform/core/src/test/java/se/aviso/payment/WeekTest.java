package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            2026-11-23, 2026-11-23, 48
            2026-11-29, 2026-11-23, 48
            2026-12-31, 2026-12-28, 53
            2027-01-03, 2026-12-28, 53
            2027-01-04, 2027-01-04,  1
            2024-12-30, 2024-12-30,  1
            """)
    void aDayLiesInTheWeekOfItsMondayAndTheWeekBearsTheCalendarsNumber(LocalDate day, LocalDate monday, int number) {
        var week = Week.of(day);
        assertThat(week.firstDay()).isEqualTo(monday);
        assertThat(week.lastDay()).isEqualTo(monday.plusDays(6));
        assertThat(week.number()).isEqualTo(number);
    }

    @Test
    void weeksStandInOrderRoundTheDay() {
        assertThat(Week.around(LocalDate.of(2027, 1, 6), 2, 1))
                .extracting(Week::number)
                .containsExactly(52, 53, 1, 2);
    }

    @Test
    void aWeekBeginsOnNoOtherDay() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Week(LocalDate.of(2026, 11, 24)));
    }
}
