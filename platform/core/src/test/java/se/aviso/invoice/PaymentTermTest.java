package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTermTest {
    private static final BankDays BUT_SUNDAYS_AND_ONE_MONDAY = day -> day.getDayOfWeek() != DayOfWeek.SUNDAY
            && !Set.of(LocalDate.of(2027, 1, 11)).contains(day);

    @ParameterizedTest(name = "{1} days from {0}: {2}")
    @CsvSource(textBlock = """
            2027-01-01, 7, 2027-01-08
            2027-01-01, 8, 2027-01-09
            2027-01-01, 9, 2027-01-12
            2027-01-01, 10, 2027-01-12
            2027-01-03, 0, 2027-01-04
            """)
    void aDueDayOnWhichNoBankBooksMovesForward(LocalDate issuedOn, int days, LocalDate dueOn) {
        assertThat(new PaymentTerm(days, BUT_SUNDAYS_AND_ONE_MONDAY).dueOn(issuedOn))
                .isEqualTo(dueOn);
    }
}
