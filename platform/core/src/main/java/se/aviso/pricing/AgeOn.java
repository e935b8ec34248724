package se.aviso.pricing;

import java.time.LocalDate;
import java.time.Period;

/** The stated day on which a member's age is reckoned; the order is the code in the database. */
public enum AgeOn {
    PERIOD_START,
    JANUARY_FIRST,
    DUE_DATE;

    /** The day for a period that starts and a document that falls due on the given days. */
    public LocalDate day(LocalDate periodStart, LocalDate dueOn) {
        return switch (this) {
            case PERIOD_START -> periodStart;
            case JANUARY_FIRST -> LocalDate.of(periodStart.getYear(), 1, 1);
            case DUE_DATE -> dueOn;
        };
    }

    /** Whole years from birth to the day, at least 0; one born on 29 February is a year older on 1 March. */
    public static int ageOn(LocalDate born, LocalDate day) {
        return Math.max(0, Period.between(born, day).getYears());
    }
}
