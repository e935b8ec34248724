package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;

/**
 * Keeps from callers where people with a protected identity live: only who may {@link Permission#PROTECTED_READ} in one
 * of their groups sees it. Invoices reach them all the same; what sends them does not ask here.
 */
@ApplicationScoped
public class Discretion {
    private static final String WHOLE_TREE = "/";

    @Inject
    Sql sql;

    @Inject
    Caller caller;

    /** The members, those without their whereabouts that the caller may not see them of. */
    List<Member> shown(List<Member> members) {
        var open = open(members.stream()
                .filter(member -> member.privacy().protectedIdentity())
                .map(member -> member.id().value())
                .toList());
        return members.stream()
                .map(member -> !member.privacy().protectedIdentity()
                                || open.contains(member.id().value())
                        ? member
                        : member.withoutWhereabouts())
                .toList();
    }

    /** The member, without whereabouts where the caller may not see them. */
    Member shown(Member member) {
        return shown(List.of(member)).get(0);
    }

    /** Those of the members whose whereabouts are kept from the caller. */
    public Set<UUID> hidden(Collection<UUID> members) {
        var hidden = new HashSet<>(sql.query(
                "select id from member where tenant_id = ? and id = any(?) and protected_identity",
                row -> row.uuid("id"),
                Tenancy.required(),
                Sql.uuids(members)));
        hidden.removeAll(open(hidden));
        return hidden;
    }

    private Set<UUID> open(Collection<UUID> guarded) {
        var paths = caller.pathsFor(Permission.PROTECTED_READ);
        if (guarded.isEmpty() || paths.contains(WHOLE_TREE)) {
            return Set.copyOf(guarded);
        }
        var criteria =
                Criteria.of("s").and("s.member_id = any(?)", Sql.uuids(guarded)).within("g.path", paths);
        return Set.copyOf(sql.query(
                "select distinct s.member_id from membership s "
                        + "join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id where "
                        + criteria.where(),
                row -> row.uuid("member_id"),
                criteria.params()));
    }
}
