package se.aviso.pricing;

import java.time.LocalDate;
import java.util.List;
import se.aviso.spi.pricing.Position;

/**
 * When the others of somebody's family were born; twins are told apart by whoever finds them, always alike.
 *
 * @param older those born before, the oldest first
 * @param younger those born after
 */
public record Kin(List<LocalDate> older, List<LocalDate> younger) {
    public Kin {
        older = List.copyOf(older);
        younger = List.copyOf(younger);
    }

    /** As a plugin is told of them. */
    Position.Family ages(LocalDate on) {
        return new Position.Family(ages(older, on), ages(younger, on));
    }

    private static List<Integer> ages(List<LocalDate> born, LocalDate on) {
        return born.stream().map(each -> AgeOn.ageOn(each, on)).toList();
    }
}
