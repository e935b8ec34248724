package se.aviso.app.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import se.aviso.app.tenancy.Database;
import se.aviso.app.tenancy.Sql;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.TenantId;

/** Whose public form a name in an address is; asked before any tenant is known. */
@ApplicationScoped
@Transactional
public class FormDirectory {
    @Inject
    Database database;

    /** The group behind a form, and its tenant. */
    public record Form(TenantId tenant, GroupId group) {}

    /** The form of that name, if there is one. */
    public Optional<Form> find(String slug) {
        return Sql.untenanted(database)
                .one(
                        "select tenant_id, group_id from form_directory where slug = ?",
                        row -> new Form(new TenantId(row.uuid("tenant_id")), new GroupId(row.uuid("group_id"))),
                        slug);
    }
}
