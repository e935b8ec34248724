package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import se.aviso.app.tenancy.Database;
import se.aviso.app.tenancy.Sql;
import se.aviso.kernel.TenantId;

/** Finds the tenant that a token names, and what the bearer was granted there. */
@ApplicationScoped
@Transactional
public class Recognition {
    @Inject
    Database database;

    @Inject
    Sql sql;

    /** The tenant of that slug; asked before any tenant is known. */
    public Optional<TenantId> tenant(String slug) {
        return Sql.untenanted(database)
                .one("select id from tenant where slug = ?", row -> new TenantId(row.uuid("id")), slug);
    }

    /** What the subject was granted in the thread's tenant. */
    public List<Grant> grants(String subject) {
        return sql.query(
                "select role, group_path, member_id from role_grant where subject = ? order by id",
                row -> new Grant(Role.of(row.integer("role")), row.text("group_path"), row.optionalUuid("member_id")),
                subject);
    }
}
