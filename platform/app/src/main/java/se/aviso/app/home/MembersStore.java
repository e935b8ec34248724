package se.aviso.app.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.member.MembershipStatus;

/** Counts memberships of the groups in sight. */
@ApplicationScoped
class MembersStore {
    @Inject
    Sql sql;

    @Inject
    Sight sight;

    Members members(Optional<String> group) {
        var active = Codes.of(MembershipStatus.ACTIVE);
        var offered = Codes.of(MembershipStatus.OFFERED);
        var criteria = sight.of("m", Permission.MEMBER_READ, group)
                .and("m.status = any(?)", Sql.smallints(List.of(active, offered)));
        return sql.query(
                        "select count(*) filter (where m.status = " + active + ") as active, "
                                + "count(*) filter (where m.status = " + offered + ") as offered from membership m "
                                + "join group_node g on g.tenant_id = m.tenant_id and g.id = m.group_id where "
                                + criteria.where(),
                        row -> new Members(row.bigint("active"), row.bigint("offered")),
                        criteria.params())
                .get(0);
    }
}
