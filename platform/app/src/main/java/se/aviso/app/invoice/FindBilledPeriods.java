package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.member.MembershipType;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.plugin.DryRun;
import se.aviso.app.plugin.TrialScope;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantStore;
import se.aviso.invoice.BankDays;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.MembershipBilling;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;
import se.aviso.member.PeriodState;

/**
 * What memberships were last billed for, as rules that are tried want it; a transaction of its own, in a few queries
 * however many there are.
 */
@ApplicationScoped
@Transactional
public class FindBilledPeriods {
    /** Of so many memberships it can be told while somebody waits. */
    private static final int MOST = 1_000;

    /** Among so many of the newest those are looked for that were billed. */
    private static final int MOST_LOOKED_THROUGH = 10 * MOST;

    /** Each membership with its newest period that was claimed and not credited since. */
    private static final String NEWEST = """
            select s.id as membership_id, c.* from (
                select s.* from membership s join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id
                where %s order by s.id desc limit ?) s
            join lateral (
                select p.id as period_id, p.first_day, p.last_day, i.occasion,
                       coalesce(o.issued_on, i.issued_on) as priced_on, sum(l.amount) as claimed
                from period p
                join invoice_line l on l.tenant_id = p.tenant_id and l.period_id = p.id and l.kind = ?
                    and l.type_id = s.type_id
                join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id and i.kind = ?
                left join invoice o on o.tenant_id = i.tenant_id and o.id = i.offer_id
                where p.tenant_id = s.tenant_id and p.membership_id = s.id and p.state < ?
                group by p.id, p.ordinal, i.id, i.occasion, i.issued_on, o.issued_on, p.first_day, p.last_day
                order by p.ordinal desc, i.id desc limit 1) c on true
            order by s.id desc limit ?
            """;

    @Inject
    MembershipStore memberships;

    @Inject
    MembershipTypeStore types;

    @Inject
    BillMemberships billing;

    @Inject
    BankDays bankDays;

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    Sql sql;

    /** What was found, on which day, and the language that the tenant speaks. */
    record Found(DryRun.Basis basis, PastPrices prices, LocalDate today, String language) {}

    /** What was claimed for a membership's newest period, as it stands in the database. */
    private record Claim(
            PeriodId period, Optional<DayRange> days, Occasion occasion, LocalDate pricedOn, Money claimed) {
        private static Claim read(Row row) {
            return new Claim(
                    new PeriodId(row.uuid("period_id")),
                    row.optionalDay("first_day").map(first -> new DayRange(first, row.day("last_day"))),
                    row.code("occasion", Occasion.class),
                    row.day("priced_on"),
                    row.money("claimed"));
        }

        /** A first period is asked about as it was offered: its days may have come with its payment. */
        private BilledPeriod of(Membership membership, MembershipType type) {
            var offered = occasion == Occasion.FIRST ? type.firstPeriod(membership.joinedOn()) : days;
            var due = new MembershipBilling.Due(period, offered, InvoiceKind.CLAIM, occasion);
            return new BilledPeriod(membership, due, pricedOn, claimed);
        }
    }

    /**
     * What the newest memberships of the types that one of the rules prices were last billed for, in those groups; of
     * all types, where none is priced by them yet.
     */
    Found of(TrialScope scope, Set<String> rules) {
        var all = types.all();
        var named = all.values().stream()
                .filter(type -> type.billing()
                        .charging()
                        .pricedBy()
                        .filter(rules::contains)
                        .isPresent())
                .map(MembershipType::id)
                .toList();
        var claims = newest(scope, named.isEmpty() ? all.keySet() : named);
        var found = memberships.byIds(claims.keySet());
        var periods = found.stream()
                .map(each -> claim(claims, each)
                        .of(each, Objects.requireNonNull(all.get(each.place().type()))))
                .toList();
        return new Found(
                named.isEmpty() ? DryRun.Basis.BILLED_WITHOUT_RULE : DryRun.Basis.BILLED,
                new PastPrices(billing.books(found), bankDays, periods),
                businessDate.today(),
                tenants.of(Tenancy.required()).naming().language());
    }

    private static Claim claim(Map<UUID, Claim> claims, Membership membership) {
        return Objects.requireNonNull(claims.get(membership.id().value()));
    }

    private Map<UUID, Claim> newest(TrialScope scope, Collection<MembershipTypeId> of) {
        var criteria = scope.on(Criteria.of("s"), "g.path")
                .and("s.leaves_on is null")
                .and("s.type_id = any(?)", Sql.uuids(of, MembershipTypeId::value));
        var params = new ArrayList<@Nullable Object>(Arrays.asList(criteria.params(MOST_LOOKED_THROUGH)));
        params.addAll(List.of(
                Codes.of(InvoiceLine.Kind.MEMBERSHIP),
                Codes.of(InvoiceKind.CLAIM),
                Codes.of(PeriodState.CANCELLED),
                MOST));
        var claims = new HashMap<UUID, Claim>();
        sql.query(
                NEWEST.formatted(criteria.where()),
                row -> claims.put(row.uuid("membership_id"), Claim.read(row)),
                params.toArray());
        return claims;
    }
}
