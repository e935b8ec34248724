package se.aviso.payment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/** Seven days from Monday to Sunday, as calendars number them (ISO 8601). */
public record Week(LocalDate firstDay) {
    public Week {
        if (firstDay.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week begins on a Monday, not on " + firstDay);
        }
    }

    /** The week in which the day lies. */
    public static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** The week of the day with so many before and behind it, in order. */
    public static List<Week> around(LocalDate day, int before, int behind) {
        var now = of(day);
        return IntStream.rangeClosed(-before, behind)
                .mapToObj(weeks -> new Week(now.firstDay.plusWeeks(weeks)))
                .toList();
    }

    /** The Sunday. */
    public LocalDate lastDay() {
        return firstDay.plusDays(6);
    }

    /** Its number in the calendar; the week of the year's first Thursday is the first. */
    public int number() {
        return firstDay.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
