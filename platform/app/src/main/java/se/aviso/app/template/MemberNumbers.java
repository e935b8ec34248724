package se.aviso.app.template;

import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.RuleViolation;

/** Reads whom a sample is to be written to, as it is typed beside the sample. */
final class MemberNumbers {
    private MemberNumbers() {}

    /**
     * The number; none where nothing is typed, which is an invented person.
     *
     * @param pointer the field
     * @throws RuleViolation when it is no number
     */
    static Optional<Long> read(String typed, String pointer) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,12}")) {
            throw RuleViolation.at(pointer, "unknown-member", Map.of());
        }
        return Optional.of(Long.parseLong(text));
    }
}
