package se.aviso.app.audit;

import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.RuleViolation;

/** Why somebody does what others may ask about later; kept in the trail, word for word. */
public record Reason(String text) {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    /**
     * A reason that has to be given.
     *
     * @throws RuleViolation when nothing is said, or too much
     */
    public static Reason of(Optional<String> written) {
        var text = written.map(String::strip).orElse("");
        if (text.length() < SHORTEST || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw RuleViolation.at("/reason", "reason-missing", Map.of());
        }
        return new Reason(text);
    }

    /**
     * The words of a reason that nobody has to give; none when nothing is said.
     *
     * @throws RuleViolation when what is said is too little or too much
     */
    public static Optional<String> ifSaid(Optional<String> written) {
        return written.filter(text -> !text.isBlank())
                .map(text -> of(Optional.of(text)).text());
    }
}
