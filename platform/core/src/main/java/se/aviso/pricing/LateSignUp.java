package se.aviso.pricing;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import se.aviso.kernel.DayRange;

/**
 * What a sign-up in the midst of a calendar year or season pays, and until when it belongs.
 *
 * @param rollover the day from which a sign-up belongs to the next period too; of no meaning to the other kinds
 */
public record LateSignUp(Kind kind, MonthDay rollover) {
    /** The whole fee for what is left of the period. */
    public static final LateSignUp WHOLE = new LateSignUp(Kind.WHOLE, MonthDay.of(1, 1));

    /** How a late sign-up is met; the order is the code in the database. */
    public enum Kind {
        /** The whole fee. */
        WHOLE,
        /** So many months as are left, the month of the sign-up included. */
        BY_MONTH,
        /** The whole fee, from a day of the year on for the next period too. */
        ROLLS_OVER
    }

    /** So many months of so many. */
    public record Portion(long months, long of) {}

    /**
     * What is paid for; empty for the whole.
     *
     * @param joinedOn a day of the period; on its first day nothing is late
     */
    public Optional<Portion> portion(DayRange period, LocalDate joinedOn) {
        if (kind != Kind.BY_MONTH || !period.contains(joinedOn)) {
            return Optional.empty();
        }
        var all = ChronoUnit.MONTHS.between(period.firstDay(), period.lastDay().plusDays(1));
        var gone = ChronoUnit.MONTHS.between(period.firstDay(), joinedOn);
        return gone == 0 || all < 1 ? Optional.empty() : Optional.of(new Portion(all - gone, all));
    }

    /** The first period of one who joins on that day: this one, or from the day of joining to the end of the next. */
    public DayRange period(DayRange current, DayRange next, LocalDate joinedOn) {
        return rollsOver(current, joinedOn) ? new DayRange(joinedOn, next.lastDay()) : current;
    }

    /** True for a first period that reaches beyond the year in which it began. */
    boolean rolledOver(DayRange period, LocalDate joinedOn) {
        return kind == Kind.ROLLS_OVER
                && period.firstDay().equals(joinedOn)
                && !period.firstDay().plusYears(1).isAfter(period.lastDay());
    }

    private boolean rollsOver(DayRange current, LocalDate joinedOn) {
        if (kind != Kind.ROLLS_OVER) {
            return false;
        }
        var sameYear = rollover.atYear(current.firstDay().getYear());
        var from = sameYear.isBefore(current.firstDay()) ? sameYear.plusYears(1) : sameYear;
        return current.contains(joinedOn) && !joinedOn.isBefore(from);
    }
}
