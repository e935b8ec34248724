package se.aviso.app.template;

import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;

/** Reads whom a sample is to be written to, as it is typed beside the sample. */
final class MemberNumbers {
    private static final String POINTER = "/memberNumber";

    private MemberNumbers() {}

    /**
     * The number; none where nothing is typed, which is an invented person.
     *
     * @throws RuleViolation when it is no number
     */
    static Optional<Long> read(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,12}")) {
            throw RuleViolation.at(POINTER, "unknown-member", Map.of());
        }
        return Optional.of(Long.parseLong(text));
    }

    /**
     * Does work that may find no such member, which is said beside the field of that pointer.
     *
     * @throws RuleViolation the work's own
     */
    static void at(String pointer, Runnable work) {
        try {
            work.run();
        } catch (RuleViolation wrong) {
            throw new RuleViolation(wrong.faults().stream()
                    .map(fault ->
                            fault.pointer().equals(POINTER) ? new Fault(fault.code(), pointer, fault.facts()) : fault)
                    .toList());
        }
    }
}
