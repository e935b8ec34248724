package se.aviso.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeOnTest {
    @ParameterizedTest
    @CsvSource({"PERIOD_START, 2027-07-01", "JANUARY_FIRST, 2027-01-01", "DUE_DATE, 2026-12-30"})
    void ageIsReckonedOnTheStatedDay(AgeOn ageOn, LocalDate day) {
        assertThat(ageOn.day(LocalDate.of(2027, 7, 1), LocalDate.of(2026, 12, 30)))
                .isEqualTo(day);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            the day before the birthday,        2009-01-02, 2027-01-01, 17
            on the birthday,                    2009-01-01, 2027-01-01, 18
            on the day of birth,                2027-01-01, 2027-01-01, 0
            before birth,                       2029-01-01, 2027-01-01, 0
            of a leap day on 28 February,       2008-02-29, 2026-02-28, 17
            of a leap day on 1 March,           2008-02-29, 2026-03-01, 18
            of a leap day the day before one,   2008-02-29, 2028-02-28, 19
            of a leap day on the next,          2008-02-29, 2028-02-29, 20
            """)
    void ageIsWholeYears(String which, LocalDate born, LocalDate day, int years) {
        assertThat(AgeOn.ageOn(born, day)).as(which).isEqualTo(years);
    }
}
