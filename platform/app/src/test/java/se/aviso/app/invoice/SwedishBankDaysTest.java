package se.aviso.app.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwedishBankDaysTest {
    private final SwedishBankDays days = new SwedishBankDays();

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(textBlock = """
            2027-01-01, New Year
            2027-01-06, Epiphany
            2027-03-26, Good Friday
            2027-03-29, Easter Monday
            2027-05-06, Ascension
            2026-05-01, the first of May
            2028-06-06, the national day
            2027-06-25, Midsummer Eve at its latest
            2026-06-19, Midsummer Eve at its earliest
            2026-12-24, Christmas Eve
            2026-12-25, Christmas Day
            2029-12-26, the day after
            2026-12-31, New Year's Eve
            2027-01-02, a Saturday
            2027-01-03, a Sunday
            """)
    void noBankBooksOn(LocalDate day, String name) {
        assertThat(days.isBankDay(day)).as(name).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2027-01-04", "2027-06-18", "2027-03-25", "2026-12-23", "2026-12-30", "2026-11-02"})
    void banksBookOn(LocalDate day) {
        assertThat(days.isBankDay(day)).isTrue();
    }

    @Test
    void aDueDayOnNewYearMovesToTheNextDayOnWhichBanksBook() {
        assertThat(days.onOrAfter(LocalDate.of(2026, 12, 31))).isEqualTo(LocalDate.of(2027, 1, 4));
    }
}
