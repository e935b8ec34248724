package se.aviso.invoice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long ago an unpaid claim fell due, in the steps in which debt is told. A claim can be paid all through its due
 * day, so the first day late is the day behind it.
 */
public enum DebtAge {
    NOT_DUE(Integer.MIN_VALUE),
    DAYS_1_TO_30(1),
    DAYS_31_TO_60(31),
    DAYS_61_TO_90(61),
    OVER_90_DAYS(91);

    private final int firstDay;

    DebtAge(int firstDay) {
        this.firstDay = firstDay;
    }

    /** The age of what fell due then. */
    public static DebtAge of(LocalDate dueOn, LocalDate today) {
        var days = ChronoUnit.DAYS.between(dueOn, today);
        return Arrays.stream(values())
                .filter(age -> age.firstDay <= days)
                .reduce((younger, older) -> older)
                .orElseThrow();
    }

    /** The age of that many steps; 0 is not due. So numbers it who puts {@link #steps} to use. */
    public static DebtAge at(int step) {
        return values()[step];
    }

    /** The days late on which an age gives way to the next, in order. */
    public static List<Integer> steps() {
        return Arrays.stream(values())
                .filter(DebtAge::isOverdue)
                .map(age -> age.firstDay)
                .toList();
    }

    /** True when the due day has passed. */
    public boolean isOverdue() {
        return this != NOT_DUE;
    }

    /** The first due day of this age; the oldest has none. */
    public Optional<LocalDate> dueFrom(LocalDate today) {
        return older().map(next -> today.minusDays(next.firstDay - 1L));
    }

    /** The last due day of this age; what is not due has none. */
    public Optional<LocalDate> dueTo(LocalDate today) {
        return isOverdue() ? Optional.of(today.minusDays(firstDay)) : Optional.empty();
    }

    private Optional<DebtAge> older() {
        return Arrays.stream(values()).filter(age -> age.firstDay > firstDay).findFirst();
    }
}
