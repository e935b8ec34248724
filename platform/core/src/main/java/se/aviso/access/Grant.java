package se.aviso.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A role on a subtree of the groups.
 *
 * @param groupPath the path of the subtree's root such as {@code /0001/0003/}; {@code /} is the whole tree
 * @param memberId the member that a {@link Role#MEMBER} is
 * @param until the last day on which it holds; none is for good
 */
public record Grant(Role role, String groupPath, Optional<UUID> memberId, Optional<LocalDate> until) {
    /** The path of the whole tree. */
    public static final String WHOLE_TREE = "/";

    /** A grant for good that names no member. */
    public static Grant of(Role role, String groupPath) {
        return new Grant(role, groupPath, Optional.empty(), Optional.empty());
    }

    /** The same until a day, that day included. */
    public Grant until(LocalDate day) {
        return new Grant(role, groupPath, memberId, Optional.of(day));
    }

    /** True when it gives the permission. */
    public boolean allows(Permission permission) {
        return role.permissions().contains(permission);
    }

    /** True when the group of that path stands in its subtree, and so do all below that group. */
    public boolean covers(String path) {
        return path.startsWith(groupPath);
    }

    /** True on its last day and on all before it. */
    public boolean holdsOn(LocalDate day) {
        return until.filter(day::isAfter).isEmpty();
    }

    /** True when it ends no earlier than the other. */
    public boolean lastsAsLongAs(Grant other) {
        return until.isEmpty() || other.until.filter(this::holdsOn).isPresent();
    }
}
