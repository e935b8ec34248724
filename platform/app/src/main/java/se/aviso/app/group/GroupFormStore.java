package se.aviso.app.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.GroupId;

/** Which names of public forms are taken, over all tenants, and by whom. */
@ApplicationScoped
class GroupFormStore {
    @Inject
    Sql sql;

    /** Claims the name of a public form, which may be the group's already; false when another has it. */
    boolean claim(String slug, GroupId group) {
        sql.update(
                "insert into form_directory (slug, tenant_id, group_id) values (?, ?, ?) on conflict do nothing",
                slug,
                Tenancy.required(),
                group.value());
        return sql.one(
                        "select group_id from form_directory where slug = ? and tenant_id = ?",
                        row -> row.uuid("group_id"),
                        slug,
                        Tenancy.required())
                .filter(group.value()::equals)
                .isPresent();
    }

    /** Closes the group's public form, if it is open. */
    void close(GroupId group) {
        sql.update(
                "delete from form_directory where tenant_id = ? and group_id = ?", Tenancy.required(), group.value());
    }
}
