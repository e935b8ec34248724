package se.aviso.kernel;

import java.util.List;
import java.util.Map;

/**
 * A rule of the trade was broken by what a user asked for, and the user can mend it.
 *
 * <p>One mapper at the edge makes an answer of it: the texts stand in the bundles under the fault's code.
 */
public final class RuleViolation extends RuntimeException {
    private final List<Fault> faults;

    public RuleViolation(List<Fault> faults) {
        super(faults.toString());
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("a violation without a fault");
        }
        this.faults = List.copyOf(faults);
    }

    /** One fault of the request as a whole. */
    public static RuleViolation of(String code, Map<String, String> facts) {
        return new RuleViolation(List.of(new Fault(code, "", facts)));
    }

    /** One fault at a place of the request, a JSON pointer. */
    public static RuleViolation at(String pointer, String code, Map<String, String> facts) {
        return new RuleViolation(List.of(new Fault(code, pointer, facts)));
    }

    /** What is wrong, all of it. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * One broken rule.
     *
     * @param code stable, such as {@code giro-taken}; the key of its text
     * @param pointer JSON pointer of the field, or empty for the whole
     * @param facts what the text names; never personal data
     */
    public record Fault(String code, String pointer, Map<String, String> facts) {
        public Fault {
            facts = Map.copyOf(facts);
        }
    }
}
