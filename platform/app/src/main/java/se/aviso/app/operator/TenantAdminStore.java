package se.aviso.app.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Role;
import se.aviso.app.identity.Invitation;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;

/** Those who run the thread's tenant: whether they have come, and nothing else about them. */
@ApplicationScoped
public class TenantAdminStore {
    private static final int MOST = 20;

    @Inject
    Sql sql;

    /** An admin who holds the whole tree. */
    record Admin(UUID user, boolean known, Optional<Invitation> invitation) {}

    List<Admin> admins() {
        return sql.query(
                "select u.id, u.subject is not null as known" + Invitation.COLUMNS + "from role_grant r "
                        + "join app_user u on u.tenant_id = r.tenant_id and u.id = r.user_id" + Invitation.JOIN
                        + "where r.tenant_id = ? and r.role = ? and r.group_id is null and r.ended_at is null "
                        + "order by r.id limit ?",
                row -> new Admin(row.uuid("id"), row.flag("known"), Invitation.of(row)),
                Tenancy.required(),
                Role.TENANT_ADMIN.code(),
                MOST);
    }
}
