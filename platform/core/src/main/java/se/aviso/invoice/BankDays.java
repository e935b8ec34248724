package se.aviso.invoice;

import java.time.LocalDate;

/** On which days banks book payments; the core is told, for it knows no calendar of holidays. */
@FunctionalInterface
public interface BankDays {
    /** Banks book every day: for tests, and for whoever does not care. */
    BankDays EVERY_DAY = day -> true;

    /** True when banks book on the day. */
    boolean isBankDay(LocalDate day);

    /** The day itself, or the next bank day: nobody has to pay on a day on which nothing can be paid. */
    default LocalDate onOrAfter(LocalDate day) {
        var found = day;
        while (!isBankDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }
}
