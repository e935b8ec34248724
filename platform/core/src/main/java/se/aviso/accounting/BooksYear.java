package se.aviso.accounting;

import java.time.LocalDate;
import java.time.Year;
import se.aviso.kernel.DayRange;

/**
 * A financial year of the general ledger, taken for the calendar year: a program takes vouchers of the days of an open
 * year alone.
 */
public record BooksYear(int year) {
    /** The year in which a voucher of that day stands. */
    public static BooksYear of(LocalDate day) {
        return new BooksYear(day.getYear());
    }

    /** Its days, both included. */
    public DayRange days() {
        var first = Year.of(year).atDay(1);
        return new DayRange(first, first.plusYears(1).minusDays(1));
    }
}
