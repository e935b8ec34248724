package se.aviso.privacy;

import java.time.LocalDate;
import java.time.Month;

/**
 * How long what has to do with bookkeeping is kept: through the seventh year behind the calendar year in which the
 * fiscal year ended (bokföringslagen 1999:1078, chapter 7, section 2). A fiscal year is taken for the calendar year;
 * one that breaks it is asked about by its last day.
 */
public final class Retention {
    private static final int YEARS = 7;

    private Retention() {}

    /** The last day on which a record of that day, or of a fiscal year that ended then, has to be there. */
    public static LocalDate keptThrough(LocalDate recorded) {
        return LocalDate.of(recorded.getYear() + YEARS, Month.DECEMBER, 31);
    }

    /** Records of days before this one need not be there any more. */
    public static LocalDate overBefore(LocalDate today) {
        return LocalDate.of(today.getYear() - YEARS, Month.JANUARY, 1);
    }
}
