package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.payment.Clues;
import se.aviso.payment.OpenItem;
import se.aviso.payment.Suggestion;

/** Looks up the documents that a payment may be for; each question is bounded and asked of an index. */
@ApplicationScoped
public class FoundInvoiceStore {
    private static final int LAPSED = 2;
    private static final int WITHDRAWN = 3;
    private static final String FROM = " from invoice i "
            + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
            + "join member m on m.tenant_id = i.tenant_id and m.id = i.member_id "
            + "left join offer_answer a on a.tenant_id = i.tenant_id and a.invoice_id = i.id "
            + "left join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id where ";

    private static final String PAST = """
            select t.member_id, array_remove(array_agg(t.ocr), null) as ocrs, max(t.paid_on) as paid_on,
                   coalesce(bool_or(t.by_organisation), false) as by_organisation from (
            (select i.member_id, r.ocr, null::date as paid_on, false as by_organisation from asked_giro o
             join ocr_reference r on r.tenant_id = o.tenant_id and r.giro = o.giro
             join invoice i on i.tenant_id = r.tenant_id and i.id = r.invoice_id
             where o.tenant_id = ? and r.ocr = any(?) and i.member_id = any(?))
            union all
            (select i.member_id, null, p.booked_on, false %1$s and p.payer_account = ? %2$s)
            union all
            (select i.member_id, null, null, true %1$s and p.payer_organisation = ? %2$s)
            ) t group by t.member_id
            """.formatted("""
                    from payment p
                    join allocation a on a.tenant_id = p.tenant_id and a.payment_id = p.id and a.reverses_id is null
                    join invoice i on i.tenant_id = a.tenant_id and i.id = a.invoice_id
                    where p.tenant_id = ?
                    """, """
                    and i.member_id = any(?)
                    and not exists (select 1 from allocation u where u.tenant_id = a.tenant_id and u.reverses_id = a.id)
                    order by p.booked_on desc limit 200
                    """);

    @Inject
    Sql sql;

    /** The documents of those ids in these subtrees; for an offer that was taken, the claim that came of it. */
    List<FoundInvoice> read(Collection<UUID> ids, Collection<String> paths) {
        var criteria = Criteria.of("i")
                .within("g.path", paths)
                .and("(i.id = any(?) or i.offer_id = any(?))", Sql.uuids(ids), Sql.uuids(ids))
                .and("i.kind in (0, 1) and coalesce(a.state, 0) <> 1");
        return sql.query(
                "select i.*, m.number as member_number, m.given_name, m.family_name, g.name as group_name, "
                        + "a.state as answer, coalesce(s.claimed, i.total) as claimed, "
                        + "coalesce(s.received, 0) as received, coalesce(s.credited, 0) as credited, "
                        + "coalesce(s.kept, 0) as kept" + FROM
                        + criteria.where() + " order by i.id desc",
                FoundInvoiceStore::found,
                criteria.params());
    }

    /** The ids of what is looked for, with one query. */
    List<UUID> ids(Lookup lookup) {
        return sql.query(lookup.sql(), row -> row.uuid("id"), lookup.params());
    }

    /** What the past of these members tells of the payment, by member; those of whom it tells nothing are left out. */
    Map<UUID, Suggestion.Past> pasts(Collection<UUID> members, Clues clues) {
        var pasts = new HashMap<UUID, Suggestion.Past>();
        sql.query(
                PAST,
                row -> pasts.put(row.uuid("member_id"), past(row, clues.origin())),
                Tenancy.required(),
                Sql.texts(clues.given()),
                Sql.uuids(members),
                Tenancy.required(),
                clues.origin().account(),
                Sql.uuids(members),
                Tenancy.required(),
                clues.origin().organisationNumber(),
                Sql.uuids(members));
        return pasts;
    }

    private static Suggestion.Past past(Row row, Clues.Origin origin) {
        var accounts = row.optionalDay("paid_on").map(day -> Map.of(origin.account(), day));
        var organisations = row.flag("by_organisation") ? Set.of(origin.organisationNumber()) : Set.<String>of();
        return new Suggestion.Past(Set.copyOf(row.texts("ocrs")), accounts.orElse(Map.of()), organisations);
    }

    private static FoundInvoice found(Row row) {
        var settlement =
                new Settlement(row.money("claimed"), row.money("received"), row.money("credited"), row.money("kept"));
        var item = new OpenItem(
                new InvoiceId(row.uuid("id")),
                row.code("kind", InvoiceKind.class),
                state(row, settlement),
                settlement.claimed(),
                settlement.open());
        return new FoundInvoice(
                item,
                new GroupId(row.uuid("seller_group_id")),
                row.optionalUuid("offer_id"),
                new FoundInvoice.Paper(row.bigint("number"), row.text("ocr"), row.day("due_on")),
                new FoundInvoice.Person(
                        row.uuid("member_id"),
                        row.bigint("member_number"),
                        row.text("given_name"),
                        row.text("family_name"),
                        row.text("group_name")));
    }

    private static OpenItem.State state(Row row, Settlement settlement) {
        if (row.optionalInteger("answer").filter(code -> code == LAPSED).isPresent()) {
            return OpenItem.State.LAPSED;
        }
        if (row.optionalInteger("answer").filter(code -> code == WITHDRAWN).isPresent()) {
            return OpenItem.State.WITHDRAWN;
        }
        var credited = settlement.credited();
        return credited.isPositive() && credited.compareTo(settlement.claimed()) >= 0
                ? OpenItem.State.CREDITED
                : OpenItem.State.STANDING;
    }
}
