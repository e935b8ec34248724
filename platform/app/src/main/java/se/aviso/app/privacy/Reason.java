package se.aviso.app.privacy;

import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.RuleViolation;

/** Why somebody does what others may ask about later; kept in the trail, word for word. */
record Reason(String text) {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    /** @throws RuleViolation when nothing is said, or too much */
    static Reason of(Optional<String> written) {
        var text = written.map(String::strip).orElse("");
        if (text.length() < SHORTEST || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw RuleViolation.at("/reason", "reason-missing", Map.of());
        }
        return new Reason(text);
    }
}
