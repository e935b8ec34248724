package se.aviso.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BooksYearTest {
    @Test
    void eachDayStandsInOneYear() {
        var first = LocalDate.of(2026, 12, 30);
        for (var day = first; day.isBefore(LocalDate.of(2029, 1, 3)); day = day.plusDays(1)) {
            var own = BooksYear.of(day);
            assertThat(own.days().contains(day)).isTrue();
            assertThat(new BooksYear(own.year() - 1).days().contains(day)).isFalse();
            assertThat(new BooksYear(own.year() + 1).days().contains(day)).isFalse();
        }
    }

    @Test
    void aYearEndsWithItsLastDay() {
        assertThat(BooksYear.of(LocalDate.of(2028, 2, 29)).days().firstDay()).isEqualTo(LocalDate.of(2028, 1, 1));
        assertThat(BooksYear.of(LocalDate.of(2028, 2, 29)).days().lastDay()).isEqualTo(LocalDate.of(2028, 12, 31));
    }
}
