package se.aviso.app.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.audit.AuditTrail;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.TenantId;
import se.aviso.tenant.Edition;
import se.aviso.tenant.TenantSlug;

/** Opens a tenant. The operator's own trail tells of it as well as the tenant's. */
@ApplicationScoped
@Transactional
public class OpenTenant {
    @Inject
    FoundTenant found;

    @Inject
    AuditTrail trail;

    /**
     * The tenant as it is wished for.
     *
     * @param admin who runs it first
     */
    public record Wish(String slug, String name, Optional<String> organisationNumber, Edition edition, Admin admin) {}

    /** Somebody by name and address. */
    public record Admin(String name, String email) {}

    /** Opens it, or says what is wrong with the wish. */
    public TenantId open(Wish wish) {
        if (!TenantSlug.isOne(wish.slug())) {
            throw RuleViolation.at("/slug", "bad-tenant-slug", Map.of());
        }
        var id = found.found(wish);
        trail.record(Deed.ofTenant(Act.TENANT_CREATED, id.value(), changes(wish)));
        return id;
    }

    static List<Change> changes(Wish wish) {
        return List.of(Change.to(Field.SLUG, wish.slug()), Change.to(Field.EDITION, wish.edition()));
    }
}
