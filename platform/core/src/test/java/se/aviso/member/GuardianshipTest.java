package se.aviso.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardianshipTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            a child,                                2015-05-17, 2027-01-04, true
            the day before the eighteenth birthday, 2009-01-05, 2027-01-04, true
            on the eighteenth birthday,             2009-01-04, 2027-01-04, false
            of age,                                 1990-01-01, 2027-01-04, false
            born on a leap day of age on 28 Feb.,    2008-02-29, 2026-02-28, false
            born on a leap day a day before,        2008-02-29, 2026-02-27, true
            """)
    void whoIsUnderEighteenOnTheDayNeedsAGuardian(String who, LocalDate born, LocalDate today, boolean needed) {
        assertThat(Guardianship.neededFor(born, today)).as(who).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({"2027-01-04, 2009-01-04", "2026-02-28, 2008-02-29", "2026-02-27, 2008-02-27", "2024-02-29, 2006-02-28"})
    void whoWasBornByThatDayIsOfAge(LocalDate today, LocalDate born) {
        assertThat(Guardianship.ofAgeWhenBornBy(today)).isEqualTo(born);
    }
}
