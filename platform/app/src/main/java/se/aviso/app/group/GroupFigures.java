package se.aviso.app.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.GroupId;
import se.aviso.member.MembershipStatus;

/** What is said of a group beside what it is: how many belong to it, and where they sign up. */
@ApplicationScoped
class GroupFigures {
    @Inject
    Sql sql;

    /** How many have a paid membership in the group or below it. */
    long members(String path) {
        var criteria =
                Criteria.of("m").within("g.path", List.of(path)).and("m.status = ?", Codes.of(MembershipStatus.ACTIVE));
        return sql.one(
                        "select count(distinct m.member_id) as members from membership m join group_node g "
                                + "on g.tenant_id = m.tenant_id and g.id = m.group_id where " + criteria.where(),
                        row -> row.bigint("members"),
                        criteria.params())
                .orElseThrow();
    }

    /** The same of each of these groups, those below it counted in; one query for any number of them. */
    Map<GroupId, Long> members(Collection<GroupId> groups) {
        var members = new HashMap<GroupId, Long>();
        sql.query(
                "select w.id, count(distinct m.member_id) as members from group_node w "
                        + "join group_node g on g.tenant_id = w.tenant_id and g.path >= w.path "
                        + "and g.path < rtrim(w.path, '/') || '0' "
                        + "join membership m on m.tenant_id = g.tenant_id and m.group_id = g.id and m.status = ? "
                        + "where w.tenant_id = ? and w.id = any(?) group by w.id",
                row -> members.put(new GroupId(row.uuid("id")), row.bigint("members")),
                Codes.of(MembershipStatus.ACTIVE),
                Tenancy.required(),
                Sql.uuids(groups, GroupId::value));
        return members;
    }

    /** The name of the group's public form, if it has one. */
    Optional<String> form(GroupId id) {
        return sql.one(
                "select slug from form_directory where tenant_id = ? and group_id = ?",
                row -> row.text("slug"),
                Tenancy.required(),
                id.value());
    }
}
