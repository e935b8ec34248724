package se.aviso.payment;

import java.util.Map;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/**
 * Money that waits and that nobody can give to anything for now: a gift, a grant, a fee of the bank, somebody who is
 * being asked. It leaves the queue with a note, and goes on waiting in suspense: the books do not move.
 *
 * <p>It stays aside only while exactly so much waits. As soon as some of it is given away, or more waits again, it is
 * in the queue as before, so that nothing is ever hidden that a person has not seen.
 *
 * @param waits what waited when it was set aside
 */
public record SetAside(Money waits, String note) {
    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 500;

    /**
     * Sets it aside.
     *
     * @throws RuleViolation when nothing waits, or nobody would know later why it was set aside
     */
    public static SetAside of(Money waits, String written) {
        if (waits.isZero()) {
            throw RuleViolation.of("conflict-payment-settled", Map.of());
        }
        var note = written.strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw RuleViolation.at("/note", "payment-aside-note", Map.of("most", Integer.toString(LONGEST_NOTE)));
        }
        return new SetAside(waits, note);
    }
}
