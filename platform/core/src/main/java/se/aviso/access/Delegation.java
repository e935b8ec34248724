package se.aviso.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.aviso.group.GroupKind;

/**
 * Who may give and take which grant: nobody gives what they lack.
 *
 * <p>The giver needs {@link Permission#GRANT_WRITE} on the group, and every permission of the role on the whole
 * subtree, each for at least as long as the grant that is given. So whatever is passed on, nobody can do more than
 * somebody above could. A grant is taken by whoever could have given it; it goes on when its giver's own ends, for it
 * is the association's and not the giver's.
 *
 * @param own what the giver was granted; what has ended counts for nothing
 */
public record Delegation(Collection<Grant> own, LocalDate today) {
    public Delegation {
        own = own.stream().filter(grant -> grant.holdsOn(today)).toList();
    }

    /** Why a grant is not given or not taken; the name in small letters is the code of its text. */
    public enum Refusal {
        /** It comes with a membership. */
        ROLE_NOT_BY_HAND,
        /** The role does not belong on such a group. */
        ROLE_NOT_HERE,
        /** Its last day is over. */
        GRANT_OVER,
        /** The giver lacks something of it. */
        GRANT_BEYOND_OWN,
        /** The giver has all of it, and loses some earlier. */
        GRANT_OUTLASTS_OWN,
        /** Nobody else could give anything any more. */
        LAST_TENANT_ADMIN
    }

    /**
     * Why the grant cannot be given; nothing when it can.
     *
     * @param kind what the group is; none for the whole tree
     */
    public Optional<Refusal> toGive(Grant wanted, Optional<GroupKind> kind) {
        if (!wanted.role().isGivenByHand()) {
            return Optional.of(Refusal.ROLE_NOT_BY_HAND);
        }
        if (!wanted.role().mayStandOn(kind)) {
            return Optional.of(Refusal.ROLE_NOT_HERE);
        }
        if (!wanted.holdsOn(today)) {
            return Optional.of(Refusal.GRANT_OVER);
        }
        return beyond(wanted);
    }

    /**
     * Why the grant cannot be taken back; nothing when it can.
     *
     * @param others what all other users hold who can log in
     */
    public Optional<Refusal> toTake(Grant given, Collection<Grant> others) {
        if (!given.role().isGivenByHand()) {
            return Optional.of(Refusal.ROLE_NOT_BY_HAND);
        }
        return beyond(given)
                .or(() -> isLastAdmin(given, others) ? Optional.of(Refusal.LAST_TENANT_ADMIN) : Optional.empty());
    }

    /** The roles of which the giver could give some grant on that group. */
    public List<Role> roles(String groupPath, Optional<GroupKind> kind) {
        return List.of(Role.values()).stream()
                .filter(role -> role.isGivenByHand() && role.mayStandOn(kind))
                .filter(role -> holds(Grant.of(role, groupPath), grant -> true))
                .toList();
    }

    private Optional<Refusal> beyond(Grant wanted) {
        if (!holds(wanted, grant -> true)) {
            return Optional.of(Refusal.GRANT_BEYOND_OWN);
        }
        return holds(wanted, grant -> grant.lastsAsLongAs(wanted))
                ? Optional.empty()
                : Optional.of(Refusal.GRANT_OUTLASTS_OWN);
    }

    private boolean holds(Grant wanted, Predicate<Grant> condition) {
        var reaching = own.stream()
                .filter(grant -> grant.covers(wanted.groupPath()))
                .filter(condition)
                .toList();
        return has(reaching, Permission.GRANT_WRITE)
                && wanted.role().permissions().stream().allMatch(permission -> has(reaching, permission));
    }

    private static boolean has(List<Grant> grants, Permission permission) {
        return grants.stream().anyMatch(grant -> grant.allows(permission));
    }

    /** One that ends earlier does not step in: on that day the tenant would be without. */
    private boolean isLastAdmin(Grant given, Collection<Grant> others) {
        return given.role() == Role.TENANT_ADMIN
                && given.holdsOn(today)
                && others.stream()
                        .filter(other -> other.role() == Role.TENANT_ADMIN && other.holdsOn(today))
                        .noneMatch(other -> other.lastsAsLongAs(given));
    }
}
