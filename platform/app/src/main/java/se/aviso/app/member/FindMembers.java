package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.secret.PersonalNumberStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.PersonalNumber;
import se.aviso.member.MembershipStatus;

/** Shows a caller the members of their subtrees: those who have a membership there. */
@ApplicationScoped
@Transactional
public class FindMembers {
    private static final String WHOLE_TREE = "/";
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String MEMBERSHIPS =
            "from membership s join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id where ";

    @Inject
    Sql sql;

    @Inject
    Caller caller;

    @Inject
    Discretion discretion;

    @Inject
    PersonalNumberStore numbers;

    @Inject
    BusinessDate businessDate;

    /**
     * What is looked for; all of it must hold, all but the text of the same membership.
     *
     * @param group a group, which stands for all below it too
     * @param path the path of another such group
     */
    public record Wanted(
            Optional<String> text,
            Optional<UUID> group,
            Optional<MembershipStatus> status,
            Optional<UUID> type,
            Optional<String> path) {
        /** Whoever the words of the text lead to. */
        public static Wanted named(String text) {
            return new Wanted(
                    Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** The same, whatever the status. */
        Wanted ofAnyStatus() {
            return new Wanted(text, group, Optional.empty(), type, path);
        }

        private boolean ofMembership() {
            return group.isPresent() || status.isPresent() || type.isPresent() || path.isPresent();
        }
    }

    /** A member and the version of the row. */
    public record Versioned(Member member, long version) {}

    /** Members by number. */
    public List<Member> page(Wanted wanted, PageRequest page) {
        var criteria = criteria(wanted).and("m.number > ?", page.after().map(Cursor::number));
        return discretion.shown(sql.query(
                "select " + MemberStore.COLUMNS + " from member m where " + criteria.where()
                        + " order by m.number limit ?",
                MemberStore::read,
                criteria.params(page.limitAndOne())));
    }

    /** How many members there are. */
    public long count(Wanted wanted) {
        var criteria = criteria(wanted);
        return sql.one(
                        "select count(*) as times from member m where " + criteria.where(),
                        row -> row.bigint("times"),
                        criteria.params())
                .orElseThrow();
    }

    /** How many members have a membership of each status, whichever status is looked for. */
    public Map<MembershipStatus, Long> tally(Wanted wanted) {
        var criteria = memberships(wanted.ofAnyStatus(), caller.pathsFor(Permission.MEMBER_READ));
        wanted.text().ifPresent(text -> MemberSearch.within(criteria, "s.member_id", text));
        var counts = new EnumMap<MembershipStatus, Long>(MembershipStatus.class);
        sql.query(
                "select s.status, count(distinct s.member_id) as times " + MEMBERSHIPS + criteria.where()
                        + " group by s.status",
                row -> counts.put(row.code("status", MembershipStatus.class), row.bigint("times")),
                criteria.params());
        return counts;
    }

    /** The member as the caller may see it, if the caller may do that with the member's memberships. */
    public Optional<Versioned> find(UUID id, Permission permission) {
        return whole(id, permission).map(found -> new Versioned(discretion.shown(found.member()), found.version()));
    }

    /** The member of that number, likewise. */
    public Optional<Versioned> numbered(long number, Permission permission) {
        return one(Criteria.of("m").and("m.number = ?", Optional.of(number)), permission)
                .map(found -> new Versioned(discretion.shown(found.member()), found.version()));
    }

    /** The member with all that is known, for use cases that show none of it. */
    public Optional<Versioned> whole(UUID id, Permission permission) {
        return one(Criteria.of("m").and("m.id = ?", Optional.of(id)), permission);
    }

    private Optional<Versioned> one(Criteria criteria, Permission permission) {
        var paths = caller.pathsFor(permission);
        if (!paths.contains(WHOLE_TREE)) {
            belonging(criteria, Criteria.of("s").within("g.path", paths));
        }
        return sql.one(
                "select " + MemberStore.COLUMNS + " from member m where " + criteria.where(),
                row -> new Versioned(MemberStore.read(row), row.bigint("version")),
                criteria.params());
    }

    private Criteria criteria(Wanted wanted) {
        var paths = caller.pathsFor(Permission.MEMBER_READ);
        var criteria = Criteria.of("m");
        wanted.text().ifPresent(text -> named(criteria, text));
        if (!paths.contains(WHOLE_TREE) || wanted.ofMembership()) {
            belonging(criteria, memberships(wanted, paths));
        }
        return criteria;
    }

    /** Whoever may not read numbers finds nobody by one: else it could be guessed from the day of birth. */
    private void named(Criteria criteria, String text) {
        var number = PersonalNumber.read(text, businessDate.today())
                .filter(read -> caller.may(Permission.PERSONAL_NUMBER_READ));
        if (number.isPresent()) {
            criteria.and("m.id = ?", numbers.owner(number.get()).orElse(NOBODY));
            belonging(criteria, Criteria.of("s").within("g.path", caller.pathsFor(Permission.PERSONAL_NUMBER_READ)));
        } else {
            MemberSearch.within(criteria, "m.id", text);
        }
    }

    private static Criteria memberships(Wanted wanted, List<String> paths) {
        var memberships = Criteria.of("s")
                .within("g.path", paths)
                .and("s.status = ?", wanted.status().map(Codes::of))
                .and("s.type_id = ?", wanted.type());
        wanted.path().ifPresent(path -> memberships.within("g.path", List.of(path)));
        return memberships.below("g.path", wanted.group(), paths);
    }

    private static void belonging(Criteria criteria, Criteria memberships) {
        criteria.and(
                "exists (select 1 " + MEMBERSHIPS + "s.member_id = m.id and " + memberships.where() + ")",
                memberships.params());
    }
}
