package se.aviso.app.life;

import java.time.LocalDate;
import java.util.Map;
import se.aviso.kernel.RuleViolation;

/** Days of a member's life that are too far off to be meant. */
final class NearDay {
    private static final int MOST_DAYS = 800;

    private NearDay() {}

    /** @throws RuleViolation when the day is more than two years off, with some room */
    static void require(LocalDate day, LocalDate today, String pointer) {
        if (day.isBefore(today.minusDays(MOST_DAYS)) || day.isAfter(today.plusDays(MOST_DAYS))) {
            throw RuleViolation.at(pointer, "day-too-far", Map.of());
        }
    }
}
