package se.aviso.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.aviso.kernel.RuleViolation.Fault;

/**
 * What people are shown of what is known of them, and what of it they change themselves, by the way they came in.
 *
 * <p>A one-time link proves that somebody reads a mailbox today, and no more: a mailbox may be shared, left open or
 * lost. So the address by which a link comes is not changed by one, or a moment in the mailbox would be a lasting one;
 * and where somebody with a protected identity lives is neither told nor changed there.
 *
 * @param byLink whether the person came in by a one-time link, and not with an account
 * @param protectedIdentity whether the person's identity is protected
 */
public record OwnDetails(boolean byLink, boolean protectedIdentity) {
    /** The JSON pointers of what people change themselves; names, guardian and numbers are for the office. */
    public static final List<String> FIELDS = List.of(
            "/email", "/phone", "/address/street", "/address/postalCode", "/address/city", "/channel", "/language");

    private static final String EMAIL = "/email";
    private static final Set<String> ANYWHERE = Set.of("/channel", "/language");

    /** True where the person is shown where they live and by what they are reached. */
    public boolean showsWhereabouts() {
        return !byLink || !protectedIdentity;
    }

    /** True where the person may change what is at that pointer. */
    public boolean mayChange(String pointer) {
        return FIELDS.contains(pointer)
                && (ANYWHERE.contains(pointer) || (showsWhereabouts() && !(byLink && pointer.equals(EMAIL))));
    }

    /** The pointers of what the person may change here. */
    public List<String> changeable() {
        return FIELDS.stream().filter(this::mayChange).toList();
    }

    /** What of that is not changed here: it takes an account, or the office. */
    public List<Fault> refused(Collection<String> pointers) {
        return pointers.stream()
                .filter(pointer -> !mayChange(pointer))
                .sorted()
                .map(pointer -> new Fault("own-not-here", pointer, Map.of()))
                .toList();
    }
}
