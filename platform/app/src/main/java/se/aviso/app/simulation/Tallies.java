package se.aviso.app.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import se.aviso.kernel.GroupId;
import se.aviso.simulation.MonthTally;

/** What has been counted so far, by month and group. */
final class Tallies {
    private final Map<GroupMonth, MonthTally> counted = new HashMap<>();

    void add(LocalDate day, GroupId group, MonthTally more) {
        counted.merge(new GroupMonth(YearMonth.from(day), group), more, MonthTally::plus);
    }

    Map<GroupMonth, MonthTally> all() {
        return Map.copyOf(counted);
    }
}
