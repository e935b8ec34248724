package se.aviso.app.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.web.Asker;
import se.aviso.kernel.TenantId;

/** Who calls, for the length of the request, and what they may do where. */
@RequestScoped
public class Caller implements Asker {
    private @Nullable Identity identity;
    private List<Grant> grants = List.of();

    void become(Identity known, List<Grant> granted) {
        identity = known;
        grants = List.copyOf(granted);
    }

    /** The tenant for which the caller works. */
    public TenantId tenant() {
        return identity().tenant();
    }

    /** The identity provider's stable id of the caller. */
    public String subject() {
        return identity().subject();
    }

    @Override
    public String sign() {
        return identity == null ? "" : identity.subject();
    }

    /** The caller's row among the tenant's users; whoever was granted anything has one. */
    public UUID userId() {
        return identity().user().orElseThrow(() -> new IllegalStateException("the caller is no user of the tenant"));
    }

    /** The same, where somebody was recognised who has one. */
    public Optional<UUID> user() {
        return Optional.ofNullable(identity).flatMap(Identity::user);
    }

    /** The caller's name, for screens and the audit trail. */
    public String name() {
        return identity().name();
    }

    /** What was granted to the caller in this tenant. */
    public List<Grant> grants() {
        return grants;
    }

    /** True when the caller may do it somewhere. */
    public boolean may(Permission permission) {
        return grants.stream().anyMatch(grant -> grant.allows(permission));
    }

    /** True when the caller may do it on the group of that path. */
    public boolean may(Permission permission, String groupPath) {
        return grants.stream().anyMatch(grant -> grant.allows(permission) && grant.covers(groupPath));
    }

    /** The roots of the subtrees where the caller may do it; none lies within another. */
    public List<String> pathsFor(Permission permission) {
        var all = grants.stream()
                .filter(grant -> grant.allows(permission))
                .map(Grant::groupPath)
                .distinct()
                .sorted()
                .toList();
        return all.stream()
                .filter(path -> all.stream().noneMatch(root -> !root.equals(path) && path.startsWith(root)))
                .toList();
    }

    /** The members that the caller is: none, one, or all whose mail comes to one mailbox. */
    public List<UUID> memberIds() {
        return grants.stream()
                .flatMap(grant -> grant.memberId().stream())
                .distinct()
                .toList();
    }

    private Identity identity() {
        if (identity == null) {
            throw new IllegalStateException("nobody has been recognised in this request");
        }
        return identity;
    }

    /**
     * A recognised caller of a tenant.
     *
     * @param user absent where nothing was ever granted
     */
    record Identity(TenantId tenant, String subject, String name, Optional<UUID> user) {}
}
