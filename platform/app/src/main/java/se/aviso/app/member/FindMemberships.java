package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.DayRange;
import se.aviso.member.MembershipPeriod;
import se.aviso.member.MembershipStatus;
import se.aviso.member.PeriodState;

/** Shows a caller the memberships in their subtrees, and a member their own. */
@ApplicationScoped
@Transactional
public class FindMemberships {
    @Inject
    Sql sql;

    @Inject
    Caller caller;

    /** A group and what it is called. */
    public record Place(UUID id, String name) {}

    /** A membership type and what it is called. */
    public record Type(UUID id, MembershipType.Names names) {}

    /** A membership with its periods, the oldest first. */
    public record Belonging(
            UUID id,
            UUID member,
            Place group,
            Type type,
            LocalDate joinedOn,
            MembershipStatus status,
            List<MembershipPeriod> periods) {
        /** The last day that is paid for. */
        public Optional<LocalDate> paidUntil() {
            return periods.stream()
                    .filter(period -> period.state() == PeriodState.PAID || period.state() == PeriodState.ENDED)
                    .flatMap(period -> period.days().stream())
                    .map(DayRange::lastDay)
                    .max(Comparator.naturalOrder());
        }
    }

    /** The memberships of these members in the caller's subtrees, the oldest first. */
    public List<Belonging> of(Collection<UUID> members) {
        return belongings(Criteria.of("s")
                .and("s.member_id = any(?)", Sql.uuids(members))
                .within("g.path", caller.pathsFor(Permission.MEMBER_READ)));
    }

    /** The caller's own memberships. */
    public List<Belonging> own() {
        return belongings(Criteria.of("s").and("s.member_id = any(?)", Sql.uuids(caller.memberIds())));
    }

    private List<Belonging> belongings(Criteria criteria) {
        var periods = new HashMap<UUID, List<MembershipPeriod>>();
        var found = sql.query(
                "select s.id, s.member_id, s.group_id, g.name as group_name, s.type_id, t.slug, t.name_sv, t.name_en, "
                        + "s.joined_on, s.status "
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
                row.uuid("member_id"),
                new Place(row.uuid("group_id"), row.text("group_name")),
                new Type(
                        row.uuid("type_id"),
                        new MembershipType.Names(row.text("slug"), row.text("name_sv"), row.text("name_en"))),
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
}
