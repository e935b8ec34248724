package se.aviso.app.security;

import java.util.Optional;
import java.util.UUID;

/**
 * A role on a subtree of the groups.
 *
 * @param groupPath the path of the subtree's root such as {@code /0001/0003/}; {@code /} is the whole tree
 * @param memberId the member that a {@link Role#MEMBER} is
 */
public record Grant(Role role, String groupPath, Optional<UUID> memberId) {
    boolean allows(Permission permission) {
        return role.permissions().contains(permission);
    }

    boolean covers(String path) {
        return path.startsWith(groupPath);
    }
}
