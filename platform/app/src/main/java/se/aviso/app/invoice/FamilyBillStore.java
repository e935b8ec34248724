package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.pricing.FamilyStore;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.FamilyBill;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.Money;
import se.aviso.member.PeriodState;

/** What families were billed for, document by document; read in sets. */
@ApplicationScoped
class FamilyBillStore {
    private static final List<PeriodState> LIVING = List.of(PeriodState.OFFERED, PeriodState.PAID, PeriodState.ENDED);

    /** An offer that was taken stands in the claim that came of it. */
    private static final String LINES = """
            select l.invoice_id, l.kind, p.state, p.first_day, p.last_day, s.group_id, s.type_id, f.family_id,
                   l.amount - coalesce((
                       select sum(k.amount) from credit_note c
                       join invoice_line k on k.tenant_id = c.tenant_id and k.invoice_id = c.id
                       where c.tenant_id = l.tenant_id and c.invoice_id = l.invoice_id
                         and k.credits_line = l.position), 0) as fees
            from (select distinct a.invoice_id from family_member r
                  join membership m on m.tenant_id = r.tenant_id and m.member_id = r.member_id
                  join period q on q.tenant_id = m.tenant_id and q.membership_id = m.id
                  join invoice_line a on a.tenant_id = q.tenant_id and a.period_id = q.id
                  where r.tenant_id = ? and r.family_id = any(?) and q.state = any(?)
                    and (q.last_day is null or q.last_day >= ?)) d
            join invoice i on i.tenant_id = ? and i.id = d.invoice_id and i.kind <> ?
            join invoice_line l on l.tenant_id = i.tenant_id and l.invoice_id = i.id and l.kind = any(?)
            left join period p on p.tenant_id = l.tenant_id and p.id = l.period_id
            left join membership s on s.tenant_id = p.tenant_id and s.id = p.membership_id
            left join family_member f on f.tenant_id = s.tenant_id and f.member_id = s.member_id
            where not exists (select 1 from invoice o where o.tenant_id = i.tenant_id and o.offer_id = i.id)
            order by l.invoice_id, l.position
            """;

    @Inject
    Sql sql;

    /** The lines of one document that are a household's. */
    private static final class Bill {
        private final List<Optional<DayRange>> periods = new ArrayList<>();
        private Money fees = Money.ore(0);
    }

    /** Takes the lines in their order: what is taken off stands behind what it is taken off. */
    private static final class Reader {
        private final Map<BillingBooks.Household, Map<UUID, Bill>> read = new HashMap<>();
        private Optional<Bill> current = Optional.empty();

        boolean take(Row row) {
            if (row.code("kind", InvoiceLine.Kind.class) == InvoiceLine.Kind.MEMBERSHIP) {
                current = row.optionalUuid("family_id").map(family -> bill(row, family));
            }
            current.ifPresent(bill -> bill.fees = bill.fees.plus(Money.ore(row.bigint("fees"))));
            return true;
        }

        private Bill bill(Row row, UUID family) {
            var household = new BillingBooks.Household(
                    family, new GroupId(row.uuid("group_id")), new MembershipTypeId(row.uuid("type_id")));
            var bill = read.computeIfAbsent(household, key -> new HashMap<>())
                    .computeIfAbsent(row.uuid("invoice_id"), key -> new Bill());
            if (LIVING.contains(row.code("state", PeriodState.class))) {
                bill.periods.add(row.optionalDay("first_day").map(first -> new DayRange(first, row.day("last_day"))));
            }
            return bill;
        }
    }

    /**
     * What the families were billed for.
     *
     * @param since a document counts if one of its periods was not over before that day
     */
    Map<BillingBooks.Household, List<FamilyBill>> of(Collection<FamilyStore.Family> families, LocalDate since) {
        var bills = new HashMap<BillingBooks.Household, List<FamilyBill>>();
        if (families.isEmpty()) {
            return bills;
        }
        var reader = new Reader();
        sql.query(
                LINES,
                reader::take,
                Tenancy.required(),
                Sql.uuids(
                        families.stream().map(FamilyStore.Family::id).distinct().toList()),
                Sql.smallints(LIVING.stream().map(Codes::of).toList()),
                since,
                Tenancy.required(),
                Codes.of(InvoiceKind.CREDIT_NOTE),
                Sql.smallints(List.of(Codes.of(InvoiceLine.Kind.MEMBERSHIP), Codes.of(InvoiceLine.Kind.DISCOUNT))));
        reader.read.forEach((household, documents) -> bills.put(
                household,
                documents.values().stream()
                        .map(bill -> new FamilyBill(bill.periods, bill.fees))
                        .toList()));
        return bills;
    }
}
