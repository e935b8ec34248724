package se.aviso.app.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;

/** Knows whether somebody has drawn a page for documents that a group can choose as its look. */
@ApplicationScoped
class OwnPages {
    @Inject
    Sql sql;

    /** True when one of the groups on those paths has drawn one. */
    boolean isDrawn(Collection<String> paths) {
        return sql.one(
                        "select exists (select 1 from own_template o join group_node g on g.tenant_id = o.tenant_id "
                                + "and g.id = o.group_id where o.tenant_id = ? and g.path = any(?)) as drawn",
                        row -> row.flag("drawn"),
                        Tenancy.required(),
                        Sql.texts(paths))
                .orElseThrow();
    }
}
