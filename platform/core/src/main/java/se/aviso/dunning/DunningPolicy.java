package se.aviso.dunning;

import java.time.LocalDate;
import se.aviso.kernel.Money;

/**
 * How long after the due day a reminder goes out, and an offer lapses.
 *
 * @param reminderAfterDays days from the due day to the first reminder
 * @param lapseAfterDays days from an offer's due day to its lapse
 */
public record DunningPolicy(int reminderAfterDays, int lapseAfterDays) {
    /** So many days that the time never comes, some eighty years: for types whose claims are not reminded of. */
    public static final int NEVER = 30_000;

    /** The first level of reminders. */
    public static final int FIRST_LEVEL = 1;

    /** False when claims are never reminded of. */
    public boolean reminds() {
        return reminderAfterDays < NEVER;
    }

    /** Claims that fell due on this day or before are reminded of today. */
    public LocalDate remindedWhenDueBy(LocalDate today) {
        return today.minusDays(reminderAfterDays);
    }

    /** Offers that fell due before this day have lapsed today. */
    public LocalDate lapsedWhenDueBefore(LocalDate today) {
        return today.minusDays(lapseAfterDays);
    }

    /** True when a claim that nobody has reminded of yet is to be reminded of today. */
    public boolean firstReminderDue(LocalDate dueOn, Money open, int reminded, LocalDate today) {
        return open.isPositive() && reminded < FIRST_LEVEL && !dueOn.isAfter(remindedWhenDueBy(today));
    }

    /** True when an offer that nobody took has lapsed by today. */
    public boolean offerLapsed(LocalDate dueOn, LocalDate today) {
        return dueOn.isBefore(lapsedWhenDueBefore(today));
    }
}
