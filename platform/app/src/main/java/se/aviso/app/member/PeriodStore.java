package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.SqlArray;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.member.MembershipPeriod;
import se.aviso.member.MembershipStatus;
import se.aviso.member.PeriodRule;
import se.aviso.member.PeriodState;

/** The periods of memberships, and the statuses that follow from them; read and written in sets. */
@ApplicationScoped
public class PeriodStore {
    @Inject
    Sql sql;

    /** A period to be, the how manieth of its membership. */
    public record NewPeriod(MembershipId membership, int ordinal, MembershipPeriod period) {}

    /** A period that stands on an invoice, with the type that it is of, and its membership's last day if that ends. */
    public record OfType(
            MembershipPeriod period, UUID membership, MembershipTypeId type, Optional<LocalDate> leavesOn) {
        /** The period after it was paid for; of one who leaves, up to the last day. */
        public MembershipPeriod settled(PeriodRule rule, LocalDate settledOn, LocalDate today) {
            var paid = period.settled(rule, settledOn, today);
            return leavesOn.map(lastDay -> paid.leaving(lastDay, today)).orElse(paid);
        }
    }

    /** Adds periods. */
    public void add(List<NewPeriod> periods) {
        var plain = periods.stream().map(NewPeriod::period).toList();
        sql.update(
                "insert into period (tenant_id, id, membership_id, ordinal, first_day, last_day, state) select ?, u.* "
                        + "from unnest(?::uuid[], ?::uuid[], ?::integer[], ?::date[], ?::date[], ?::smallint[]) u",
                Tenancy.required(),
                ids(plain),
                Sql.uuids(periods.stream()
                        .map(period -> period.membership().value())
                        .toList()),
                Sql.integers(periods.stream().map(NewPeriod::ordinal).toList()),
                days(plain, DayRange::firstDay),
                days(plain, DayRange::lastDay),
                states(plain));
    }

    /** The periods that the lines of these invoices pay for, locked until commit. */
    public List<OfType> onInvoices(Collection<UUID> invoices) {
        return sql.query("""
                select p.id, p.first_day, p.last_day, p.state, s.id as membership_id, s.type_id, s.leaves_on
                from period p join membership s on s.tenant_id = p.tenant_id and s.id = p.membership_id
                where p.tenant_id = ? and p.id in (
                    select l.period_id from invoice_line l where l.tenant_id = p.tenant_id and l.invoice_id = any(?))
                order by p.id for update of p
                """, PeriodStore::ofType, Tenancy.required(), Sql.uuids(invoices));
    }

    /** The periods on the lines of these invoices that no other settled invoice pays for, locked until commit. */
    public List<OfType> paidByNoOther(Collection<UUID> invoices) {
        return sql.query("""
                select p.id, p.first_day, p.last_day, p.state, s.id as membership_id, s.type_id, s.leaves_on
                from period p join membership s on s.tenant_id = p.tenant_id and s.id = p.membership_id
                where p.tenant_id = ? and p.id in (
                    select l.period_id from invoice_line l where l.tenant_id = p.tenant_id and l.invoice_id = any(?))
                  and not exists (
                    select 1 from invoice_line o
                    join settlement t on t.tenant_id = o.tenant_id and t.invoice_id = o.invoice_id
                    where o.tenant_id = p.tenant_id and o.period_id = p.id and o.invoice_id <> all(?)
                      and t.status >= 2 and (t.credited < t.claimed or t.claimed = 0))
                order by p.id for update of p
                """, PeriodStore::ofType, Tenancy.required(), Sql.uuids(invoices), Sql.uuids(invoices));
    }

    /** The periods of those ids, locked until commit. */
    public List<OfType> byIds(Collection<UUID> ids) {
        return sql.query("""
                select p.id, p.first_day, p.last_day, p.state, s.id as membership_id, s.type_id, s.leaves_on
                from period p join membership s on s.tenant_id = p.tenant_id and s.id = p.membership_id
                where p.tenant_id = ? and p.id = any(?)
                order by p.id for update of p
                """, PeriodStore::ofType, Tenancy.required(), Sql.uuids(ids));
    }

    /** The periods of those ids as they are now, for who only looks. */
    public List<OfType> seen(Collection<UUID> ids) {
        return sql.query("""
                select p.id, p.first_day, p.last_day, p.state, s.id as membership_id, s.type_id, s.leaves_on
                from period p join membership s on s.tenant_id = p.tenant_id and s.id = p.membership_id
                where p.tenant_id = ? and p.id = any(?) order by p.id
                """, PeriodStore::ofType, Tenancy.required(), Sql.uuids(ids));
    }

    /** Writes what became of periods, and the statuses of their memberships. */
    public void record(List<MembershipPeriod> periods, Collection<UUID> memberships) {
        sql.update(
                "update period p set first_day = u.first_day, last_day = u.last_day, state = u.state "
                        + "from unnest(?::uuid[], ?::date[], ?::date[], ?::smallint[]) "
                        + "u(id, first_day, last_day, state) where p.tenant_id = ? and p.id = u.id",
                ids(periods),
                days(periods, DayRange::firstDay),
                days(periods, DayRange::lastDay),
                states(periods),
                Tenancy.required());
        recordStatuses(memberships);
    }

    private void recordStatuses(Collection<UUID> memberships) {
        Map<UUID, List<PeriodState>> states = new LinkedHashMap<>();
        sql.query(
                "select membership_id, state from period where tenant_id = ? and membership_id = any(?) "
                        + "order by membership_id, ordinal",
                row -> states.computeIfAbsent(row.uuid("membership_id"), id -> new ArrayList<>())
                        .add(row.code("state", PeriodState.class)),
                Tenancy.required(),
                Sql.uuids(memberships));
        sql.update(
                "update membership s set status = u.status from unnest(?::uuid[], ?::smallint[]) u(id, status) "
                        + "where s.tenant_id = ? and s.id = u.id and s.status <> u.status",
                Sql.uuids(states.keySet()),
                Sql.smallints(states.values().stream()
                        .map(ofOne -> Codes.of(MembershipStatus.of(ofOne)))
                        .toList()),
                Tenancy.required());
    }

    private static OfType ofType(Row row) {
        return new OfType(
                MembershipStore.period(row.uuid("id"), row, "state"),
                row.uuid("membership_id"),
                new MembershipTypeId(row.uuid("type_id")),
                row.optionalDay("leaves_on"));
    }

    private static SqlArray ids(List<MembershipPeriod> periods) {
        return Sql.uuids(periods.stream().map(period -> period.id().value()).toList());
    }

    private static SqlArray states(List<MembershipPeriod> periods) {
        return Sql.smallints(
                periods.stream().map(period -> Codes.of(period.state())).toList());
    }

    private static SqlArray days(List<MembershipPeriod> periods, Function<DayRange, LocalDate> end) {
        var days = new ArrayList<@Nullable LocalDate>();
        periods.forEach(period -> days.add(day(period.days(), end)));
        return Sql.dates(days);
    }

    private static @Nullable LocalDate day(Optional<DayRange> days, Function<DayRange, LocalDate> end) {
        return days.map(end).orElse(null);
    }
}
