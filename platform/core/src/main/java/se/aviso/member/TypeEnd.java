package se.aviso.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.RuleViolation;

/**
 * From which day on a membership type is given to nobody, if ever. Nobody joins from that day on, and no next period
 * begins on it or later; who has a period that began before keeps it to its end, and its invoice.
 */
public record TypeEnd(Optional<LocalDate> from) {
    /** A type that goes on. */
    public static final TypeEnd NEVER = new TypeEnd(Optional.empty());

    /** True when somebody may join on that day. */
    public boolean admits(LocalDate joinedOn) {
        return from.filter(end -> !joinedOn.isBefore(end)).isEmpty();
    }

    /** True when the period may be offered to somebody who has the type already. */
    public boolean allows(DayRange next) {
        return admits(next.firstDay());
    }

    /**
     * Refuses somebody who would join on that day.
     *
     * @param pointer where the type was chosen
     */
    public void requireOpen(LocalDate joinedOn, String pointer) {
        if (!admits(joinedOn)) {
            throw new RuleViolation(List.of(ended(pointer)));
        }
    }

    /** The fault of a type that has ended, at the place where it was chosen. */
    public RuleViolation.Fault ended(String pointer) {
        var day = from.map(LocalDate::toString).orElse("");
        return new RuleViolation.Fault("type-ended", pointer, Map.of("day", day));
    }

    /** True when the type may be made to end so today: from today on or later, or as it does already, or never. */
    public boolean mayBeSet(TypeEnd before, LocalDate today) {
        return equals(before) || from.filter(end -> end.isBefore(today)).isEmpty();
    }
}
