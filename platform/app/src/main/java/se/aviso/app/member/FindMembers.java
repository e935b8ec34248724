package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Permission;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.member.MembershipPeriod;
import se.aviso.member.MembershipStatus;

/** Shows a caller the members of their subtrees: those who have a membership there. */
@ApplicationScoped
@Transactional
public class FindMembers {
    private static final String WHOLE_TREE = "/";

    @Inject
    Sql sql;

    @Inject
    Caller caller;

    /** What is looked for; all of it must hold, status and group of the same membership. */
    public record Wanted(Optional<String> text, Optional<UUID> group, Optional<MembershipStatus> status) {}

    /** A member and the version of the row. */
    public record Versioned(Member member, long version) {}

    /** The id of something and what it is called. */
    public record Named(UUID id, String name) {}

    /** A membership with its periods, the oldest first. */
    public record Belonging(
            UUID id,
            Named group,
            Named type,
            LocalDate joinedOn,
            MembershipStatus status,
            List<MembershipPeriod> periods) {}

    /** Members by number; a group stands for all below it too. */
    public List<Member> page(Wanted wanted, PageRequest page) {
        var paths = caller.pathsFor(Permission.MEMBER_READ);
        var criteria = Criteria.of("m").and("m.number > ?", page.after().map(Cursor::number));
        wanted.text().ifPresent(text -> MemberSearch.within(criteria, "m.id", text));
        if (!paths.contains(WHOLE_TREE)
                || wanted.group().isPresent()
                || wanted.status().isPresent()) {
            belonging(criteria, wanted, paths);
        }
        return sql.query(
                "select m.* from member m where " + criteria.where() + " order by m.number limit ?",
                MemberStore::read,
                criteria.params(page.limitAndOne()));
    }

    /** The member, if the caller may do that with the member's memberships. */
    public Optional<Versioned> find(UUID id, Permission permission) {
        var paths = caller.pathsFor(permission);
        var criteria = Criteria.of("m").and("m.id = ?", Optional.of(id));
        if (!paths.contains(WHOLE_TREE)) {
            belonging(criteria, new Wanted(Optional.empty(), Optional.empty(), Optional.empty()), paths);
        }
        return sql.one(
                "select m.* from member m where " + criteria.where(),
                row -> new Versioned(MemberStore.read(row), row.bigint("version")),
                criteria.params());
    }

    /** The memberships of a member in the caller's subtrees. */
    public List<Belonging> belongings(UUID member) {
        return belongings(Criteria.of("s")
                .and("s.member_id = ?", Optional.of(member))
                .within("g.path", caller.pathsFor(Permission.MEMBER_READ)));
    }

    /** The caller's own memberships. */
    public List<Belonging> own() {
        return caller.memberId()
                .map(member -> belongings(Criteria.of("s").and("s.member_id = ?", Optional.of(member))))
                .orElse(List.of());
    }

    private List<Belonging> belongings(Criteria criteria) {
        var periods = new HashMap<UUID, List<MembershipPeriod>>();
        var found = sql.query(
                "select s.id, s.group_id, g.name as group_name, s.type_id, t.slug as type_slug, s.joined_on, s.status "
                        + "from membership s join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                        + "join membership_type t on t.tenant_id = s.tenant_id and t.id = s.type_id where "
                        + criteria.where() + " order by s.id limit 1000",
                row -> read(row, periods),
                criteria.params());
        addPeriods(periods);
        return found;
    }

    private static Belonging read(Row row, Map<UUID, List<MembershipPeriod>> periods) {
        return new Belonging(
                row.uuid("id"),
                new Named(row.uuid("group_id"), row.text("group_name")),
                new Named(row.uuid("type_id"), row.text("type_slug")),
                row.day("joined_on"),
                row.code("status", MembershipStatus.class),
                periods.computeIfAbsent(row.uuid("id"), id -> new ArrayList<>()));
    }

    private void addPeriods(Map<UUID, List<MembershipPeriod>> periods) {
        sql.query(
                        "select * from period where tenant_id = ? and membership_id = any(?) order by ordinal",
                        row -> Map.entry(
                                row.uuid("membership_id"), MembershipStore.period(row.uuid("id"), row, "state")),
                        Tenancy.required(),
                        Sql.uuids(periods.keySet()))
                .forEach(found ->
                        periods.getOrDefault(found.getKey(), new ArrayList<>()).add(found.getValue()));
    }

    private static void belonging(Criteria criteria, Wanted wanted, Collection<String> paths) {
        var memberships = Criteria.of("s")
                .within("g.path", paths)
                .and("s.status = ?", wanted.status().map(Codes::of));
        wanted.group()
                .ifPresent(group -> memberships.and(
                        "g.path >= (select w.path from group_node w where w.tenant_id = s.tenant_id and w.id = ?) "
                                + "and g.path < (select rtrim(w.path, '/') || '0' from group_node w "
                                + "where w.tenant_id = s.tenant_id and w.id = ?)",
                        group,
                        group));
        criteria.and(
                "exists (select 1 from membership s join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                        + "where s.member_id = m.id and " + memberships.where() + ")",
                memberships.params());
    }
}
