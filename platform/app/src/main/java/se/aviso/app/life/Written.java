package se.aviso.app.life;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import se.aviso.kernel.RuleViolation;

/** What was written or chosen in a form. */
final class Written {
    private Written() {}

    /** @throws RuleViolation when nothing was chosen */
    static UUID chosen(String id, String pointer) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw RuleViolation.at(pointer, "choose-one", Map.of());
        }
    }

    /** @throws RuleViolation when it is no day */
    static LocalDate day(String written, String pointer) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeException noDay) {
            throw RuleViolation.at(pointer, "bad-day", Map.of());
        }
    }
}
