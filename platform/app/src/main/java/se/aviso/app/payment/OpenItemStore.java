package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.payment.Foreseen;
import se.aviso.payment.OpenItem;
import se.aviso.payment.Reconciliation;
import se.aviso.payment.Tolerance;

/** The documents behind references, as matching sees them; one query for a whole chunk of payments. */
@ApplicationScoped
public class OpenItemStore {
    private static final int LAPSED = 2;
    private static final int WITHDRAWN = 3;

    @Inject
    Sql sql;

    /** What a chunk of payments names: references, and to which numbers of ours. */
    record Named(Collection<String> giroKeys, Collection<String> references) {}

    /**
     * Everything that can be matched by these references.
     *
     * <p>The settlement is asked for by a case: row-level security lets no {@code coalesce} near the rows that it
     * guards, and the planner would read all settlements instead of their keys.
     *
     * @param named the receiver's numbers, and references without leading zeros
     * @param foreseen what a rehearsal has let happen to them
     * @param tolerance how much too little still settles one of them
     */
    Reconciliation reconciliation(Named named, Foreseen foreseen, Tolerance tolerance) {
        Map<String, InvoiceId> byReference = new HashMap<>();
        List<OpenItem> items = new ArrayList<>();
        sql.query(
                """
                select r.giro, r.ocr, i.id, i.kind, i.total, a.state as answer, c.id as claim,
                       coalesce(s.claimed, i.total) as claimed, coalesce(s.received, 0) as received,
                       coalesce(s.credited, 0) as credited, coalesce(s.kept, 0) as kept,
                       coalesce(s.written_off, 0) as written_off
                from ocr_reference r
                join invoice i on i.tenant_id = r.tenant_id and i.id = r.invoice_id
                left join offer_answer a on a.tenant_id = i.tenant_id and a.invoice_id = i.id
                left join invoice c on c.tenant_id = i.tenant_id and c.offer_id = i.id
                left join settlement s on s.tenant_id = i.tenant_id
                    and s.invoice_id = case when c.id is null then i.id else c.id end
                where r.tenant_id = ? and r.giro = any(?) and r.ocr = any(?)
                """,
                row -> {
                    var item = item(row);
                    byReference.put(Reconciliation.asked(row.text("giro"), row.text("ocr")), item.id());
                    return items.add(item);
                },
                Tenancy.required(),
                Sql.texts(named.giroKeys()),
                Sql.texts(named.references()));
        var charges = charges(items);
        return new Reconciliation(byReference, foreseen.after(items), charges, tolerance);
    }

    /** Adds the claims of reminders that go with the items; answers which go with which, the oldest first. */
    private Map<InvoiceId, List<InvoiceId>> charges(List<OpenItem> items) {
        var charges = new HashMap<InvoiceId, List<InvoiceId>>();
        var found = sql.query(
                """
                select c.principal_id, i.id, i.kind, null::smallint as answer, null::uuid as claim,
                       s.claimed, s.received, s.credited, s.kept, s.written_off
                from dunning_charge c
                join invoice i on i.tenant_id = c.tenant_id and i.id = c.invoice_id
                join settlement s on s.tenant_id = c.tenant_id and s.invoice_id = c.invoice_id
                where c.tenant_id = ? and c.principal_id = any(?)
                order by c.principal_id, c.level
                """,
                row -> {
                    var item = item(row);
                    charges.computeIfAbsent(new InvoiceId(row.uuid("principal_id")), id -> new ArrayList<>())
                            .add(item.id());
                    return item;
                },
                Tenancy.required(),
                Sql.uuids(items.stream().map(item -> item.id().value()).toList()));
        items.addAll(found);
        return charges;
    }

    /**
     * Who asked for money under which number, on any invoice ever issued: payers keep an old number for years. Of the
     * invoices under one number the one with the highest reference tells.
     */
    Map<GiroNumber, GroupId> sellersAskedFor() {
        var sellers = new HashMap<GiroNumber, GroupId>();
        sql.query(
                """
                select o.giro, i.seller_group_id from asked_giro o
                cross join lateral (select r.invoice_id from ocr_reference r
                                    where r.tenant_id = o.tenant_id and r.giro = o.giro
                                    order by r.ocr desc limit 1) newest
                join invoice i on i.tenant_id = o.tenant_id and i.id = newest.invoice_id
                where o.tenant_id = ?
                """,
                row -> sellers.put(GiroNumber.ofKey(row.text("giro")), new GroupId(row.uuid("seller_group_id"))),
                Tenancy.required());
        return sellers;
    }

    private static OpenItem item(Row row) {
        var settlement =
                new Settlement(row.money("claimed"), row.money("received"), row.money("credited"), row.money("kept"));
        var claim = row.optionalUuid("claim");
        var kind = claim.isPresent() ? InvoiceKind.CLAIM : row.code("kind", InvoiceKind.class);
        UUID id = claim.orElseGet(() -> row.uuid("id"));
        return new OpenItem(new InvoiceId(id), kind, state(row, settlement), settlement.claimed(), settlement.open());
    }

    private static OpenItem.State state(Row row, Settlement settlement) {
        Optional<Integer> answer = row.optionalInteger("answer");
        if (answer.filter(code -> code == LAPSED).isPresent()) {
            return OpenItem.State.LAPSED;
        }
        if (answer.filter(code -> code == WITHDRAWN).isPresent()) {
            return OpenItem.State.WITHDRAWN;
        }
        if (row.bigint("written_off") > 0) {
            return OpenItem.State.WRITTEN_OFF;
        }
        var credited = settlement.credited();
        return credited.isPositive() && credited.equals(settlement.claimed())
                ? OpenItem.State.CREDITED
                : OpenItem.State.STANDING;
    }
}
