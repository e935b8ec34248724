package se.aviso.app.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.aviso.app.security.Role;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;

/** Adds what users of a file may do. */
@ApplicationScoped
public class GrantStore {
    @Inject
    Sql sql;

    /** Grants a role on a subtree, if it is not granted already. */
    void add(String subject, Role role, String groupPath, Optional<Long> memberNumber) {
        sql.update(
                "insert into role_grant (tenant_id, id, subject, role, group_path, member_id) "
                        + "select ?, ?, ?, ?, ?, (select m.id from member m where m.tenant_id = ? and m.number = ?) "
                        + "on conflict do nothing",
                Tenancy.required(),
                Ids.next(),
                subject,
                role.code(),
                groupPath,
                Tenancy.required(),
                memberNumber.orElse(-1L));
    }
}
