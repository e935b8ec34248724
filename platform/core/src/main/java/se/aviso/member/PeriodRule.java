package se.aviso.member;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import se.aviso.kernel.DayRange;

/**
 * How a membership type cuts time into periods.
 *
 * @param seasonStart first day of a season; 1 January for a calendar year
 * @param months length of a period that starts on a day of its own
 */
public record PeriodRule(Kind kind, MonthDay seasonStart, int months) {
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);
    private static final int MONTHS_OF_SEASON = 12;
    private static final int DAYS_THAT_MONTHS_DIFFER = 3;

    public PeriodRule {
        if (months < 1 || months > 120) {
            throw new IllegalArgumentException("a period of " + months + " months");
        }
        if (kind == Kind.CALENDAR_YEAR) {
            seasonStart = NEW_YEAR;
        }
    }

    /** What a period's first day hangs on; the order is the code in the database. */
    public enum Kind {
        CALENDAR_YEAR,
        SEASON,
        FROM_SIGN_UP,
        FROM_FIRST_SETTLEMENT
    }

    /** Calendar years. */
    public static PeriodRule calendarYear() {
        return new PeriodRule(Kind.CALENDAR_YEAR, NEW_YEAR, 12);
    }

    /** The first period of one who joins on that day; empty while it waits for the first settlement. */
    public Optional<DayRange> firstPeriod(LocalDate joinedOn) {
        return switch (kind) {
            case CALENDAR_YEAR, SEASON -> Optional.of(seasonOf(joinedOn));
            case FROM_SIGN_UP -> Optional.of(monthsFrom(joinedOn));
            case FROM_FIRST_SETTLEMENT -> Optional.empty();
        };
    }

    /** The days of a period that waited for its first settlement; fixed once, never moved by a later payment. */
    public DayRange fixedBySettlement(LocalDate settledOn) {
        return monthsFrom(settledOn);
    }

    /** The period that follows without a gap. */
    public DayRange after(DayRange previous) {
        var next = previous.lastDay().plusDays(1);
        return switch (kind) {
            case CALENDAR_YEAR, SEASON -> seasonOf(next);
            case FROM_SIGN_UP, FROM_FIRST_SETTLEMENT -> monthsFrom(next);
        };
    }

    /** No period that was over before this day has one behind it that still runs today. */
    public LocalDate earliestEnd(LocalDate today) {
        var length = kind == Kind.CALENDAR_YEAR || kind == Kind.SEASON ? MONTHS_OF_SEASON : months;
        return today.minusMonths(length).minusDays(DAYS_THAT_MONTHS_DIFFER);
    }

    private DayRange seasonOf(LocalDate day) {
        var start = seasonStart.atYear(day.getYear());
        var first = start.isAfter(day) ? seasonStart.atYear(day.getYear() - 1) : start;
        return new DayRange(first, seasonStart.atYear(first.getYear() + 1).minusDays(1));
    }

    private DayRange monthsFrom(LocalDate first) {
        return new DayRange(first, first.plusMonths(months).minusDays(1));
    }
}
