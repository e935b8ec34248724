package se.aviso.kernel;

import java.time.LocalDate;

/** The days from {@code firstDay} to {@code lastDay}, both included. */
public record DayRange(LocalDate firstDay, LocalDate lastDay) {
    public DayRange {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("the last day " + lastDay + " is before the first " + firstDay);
        }
    }

    /** True from the first day to the last, both included. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    @Override
    public String toString() {
        return firstDay + "/" + lastDay;
    }
}
