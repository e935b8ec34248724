package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.PeriodId;
import se.aviso.member.MembershipPeriod;
import se.aviso.member.MembershipStatus;
import se.aviso.member.PeriodState;

/** The memberships of the tenant, read and written in sets. */
@ApplicationScoped
public class MembershipStore {
    private static final String WITH_NEWEST_PERIOD = """
            select s.id as membership_id, s.group_id, s.type_id, s.joined_on, g.path as group_path,
                   p.id as period_id, p.ordinal, p.first_day, p.last_day, p.state as period_state, m.*,
                   coalesce((select max(q.ordinal) from period q
                             where q.tenant_id = s.tenant_id and q.membership_id = s.id), 0) as periods,
                   exists (select from personal_number n
                           where n.tenant_id = m.tenant_id and n.member_id = m.id) as numbered
            from membership s
            join member m on m.tenant_id = s.tenant_id and m.id = s.member_id
            join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id
            left join lateral (
                select * from period q
                where q.tenant_id = s.tenant_id and q.membership_id = s.id and q.state < ?
                order by q.ordinal desc limit 1) p on true
            where s.tenant_id = ? and s.id = any(?) and s.leaves_on is null
            order by s.id
            """;

    @Inject
    Sql sql;

    /** A membership to be; its status is offered until a period is paid. */
    public record NewMembership(
            MembershipId id, UUID member, GroupId group, MembershipTypeId type, LocalDate joinedOn) {}

    /** Adds memberships. */
    public void add(List<NewMembership> memberships) {
        sql.update(
                "insert into membership (tenant_id, status, id, member_id, group_id, type_id, joined_on) "
                        + "select ?, ?::smallint, u.* from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::date[]) u",
                Tenancy.required(),
                Codes.of(MembershipStatus.OFFERED),
                Sql.uuids(memberships.stream()
                        .map(membership -> membership.id().value())
                        .toList()),
                Sql.uuids(memberships.stream().map(NewMembership::member).toList()),
                Sql.uuids(memberships.stream()
                        .map(membership -> membership.group().value())
                        .toList()),
                Sql.uuids(memberships.stream()
                        .map(membership -> membership.type().value())
                        .toList()),
                Sql.dates(memberships.stream().map(NewMembership::joinedOn).toList()));
    }

    /** Adds a membership unless the member has such a one that does not end; false then. */
    public boolean addIfNew(NewMembership membership) {
        return sql.update(
                        "insert into membership (tenant_id, status, id, member_id, group_id, type_id, joined_on) "
                                + "values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        Tenancy.required(),
                        Codes.of(MembershipStatus.OFFERED),
                        membership.id().value(),
                        membership.member(),
                        membership.group().value(),
                        membership.type().value(),
                        membership.joinedOn())
                == 1;
    }

    /** Keeps other transactions from billing these memberships until commit. */
    public void lock(Collection<UUID> memberships) {
        sql.query(
                "select id from membership where tenant_id = ? and id = any(?) order by id for update",
                row -> row.uuid("id"),
                Tenancy.required(),
                Sql.uuids(memberships));
    }

    /** Memberships with their members and newest periods; those that end are billed for nothing more. */
    public List<Membership> byIds(Collection<UUID> memberships) {
        return byIds(memberships, PeriodState.RECALLED);
    }

    /** The same, as if periods that were credited had never been. */
    public List<Membership> byIdsWithoutCredited(Collection<UUID> memberships) {
        return byIds(memberships, PeriodState.CANCELLED);
    }

    private List<Membership> byIds(Collection<UUID> memberships, PeriodState before) {
        return sql.query(
                WITH_NEWEST_PERIOD,
                MembershipStore::read,
                Codes.of(before),
                Tenancy.required(),
                Sql.uuids(memberships));
    }

    /** The group that the member joined first. */
    public Optional<GroupId> firstGroup(UUID member) {
        return sql.one(
                "select group_id from membership where tenant_id = ? and member_id = ? order by joined_on, id limit 1",
                row -> new GroupId(row.uuid("group_id")),
                Tenancy.required(),
                member);
    }

    private static Membership read(Row row) {
        return new Membership(
                new MembershipId(row.uuid("membership_id")),
                MemberStore.read(row),
                new Membership.Place(
                        new GroupId(row.uuid("group_id")),
                        row.text("group_path"),
                        new MembershipTypeId(row.uuid("type_id"))),
                row.day("joined_on"),
                newest(row),
                row.integer("periods"));
    }

    private static Optional<Membership.Newest> newest(Row row) {
        return row.optionalUuid("period_id")
                .map(id -> new Membership.Newest(row.integer("ordinal"), period(id, row, "period_state")));
    }

    static MembershipPeriod period(UUID id, Row row, String stateColumn) {
        var days = row.optionalDay("first_day").map(first -> new DayRange(first, row.day("last_day")));
        return new MembershipPeriod(new PeriodId(id), days, row.code(stateColumn, PeriodState.class));
    }
}
