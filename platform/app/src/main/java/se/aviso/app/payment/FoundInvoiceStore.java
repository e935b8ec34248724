package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import se.aviso.app.member.MemberSearch;
import se.aviso.app.member.MemberStore;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.payment.OpenItem;

/** Looks up the documents that a payment may be for; each question is bounded and asked of an index. */
@ApplicationScoped
public class FoundInvoiceStore {
    private static final int LAPSED = 2;
    private static final int MOST = 40;
    private static final String STANDING = "(s.status in (0, 1) or a.state = 0 or s.credited > 0)";
    private static final String OPEN = "coalesce(s.claimed - s.received - s.credited, i.total)";
    private static final String FROM = " from invoice i "
            + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
            + "join member m on m.tenant_id = i.tenant_id and m.id = i.member_id "
            + "left join offer_answer a on a.tenant_id = i.tenant_id and a.invoice_id = i.id "
            + "left join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id where ";

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
                        + "coalesce(s.received, 0) as received, coalesce(s.credited, 0) as credited" + FROM
                        + criteria.where() + " order by i.id desc",
                FoundInvoiceStore::found,
                criteria.params());
    }

    /** Those that have one of the references, without leading zeros; open or not. */
    List<UUID> byReference(Collection<String> references) {
        return sql.query(
                "select r.invoice_id from ocr_series o join ocr_reference r on r.tenant_id = o.tenant_id "
                        + "and r.giro = o.giro where o.tenant_id = ? and r.ocr = any(?) limit " + MOST,
                row -> row.uuid("invoice_id"),
                Tenancy.required(),
                Sql.texts(references));
    }

    /** Those of the seller that have one of the numbers; open or not. */
    List<UUID> byNumber(GroupId seller, Collection<Long> numbers) {
        return sql.query(
                "select id from invoice where tenant_id = ? and seller_group_id = ? and kind in (0, 1) "
                        + "and number = any(?) limit " + MOST,
                row -> row.uuid("id"),
                Tenancy.required(),
                seller.value(),
                Sql.bigints(numbers));
    }

    /** Those of the seller that wait for money from members with these words in name or number; most words first. */
    List<UUID> byWords(GroupId seller, Collection<String> words, Money waiting) {
        return sql.query(
                "select i.id from search_token t "
                        + "join invoice i on i.tenant_id = t.tenant_id and i.member_id = t.id "
                        + "left join offer_answer a on a.tenant_id = i.tenant_id and a.invoice_id = i.id "
                        + "left join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id "
                        + "where t.tenant_id = ? and t.token = any(?) and t.kind = ? and i.seller_group_id = ? and "
                        + STANDING + " group by i.id, " + OPEN + " order by count(*) desc, " + OPEN
                        + " = ? desc, i.id desc limit " + MOST,
                row -> row.uuid("id"),
                Tenancy.required(),
                Sql.texts(words),
                MemberStore.TOKEN_KIND,
                seller.value(),
                waiting.minorUnits());
    }

    /** Those of the seller that wait for money from members whom a person looks for by these words. */
    List<UUID> bySearch(GroupId seller, String text) {
        var criteria = MemberSearch.within(waiting(seller), "i.member_id", text);
        return ids(criteria);
    }

    /** Those of the seller that wait for exactly so much. */
    List<UUID> byAmount(GroupId seller, Money amount) {
        return ids(waiting(seller).and(OPEN + " = ?", amount.minorUnits()));
    }

    private List<UUID> ids(Criteria criteria) {
        return sql.query(
                "select i.id" + FROM + criteria.where() + " order by i.due_on, i.id limit " + MOST,
                row -> row.uuid("id"),
                criteria.params());
    }

    private static Criteria waiting(GroupId seller) {
        return Criteria.of("i").and("i.seller_group_id = ?", seller.value()).and(STANDING);
    }

    private static FoundInvoice found(Row row) {
        var settlement = new Settlement(row.money("claimed"), row.money("received"), row.money("credited"));
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
                        row.bigint("member_number"),
                        row.text("given_name"),
                        row.text("family_name"),
                        row.text("group_name")));
    }

    private static OpenItem.State state(Row row, Settlement settlement) {
        if (row.optionalInteger("answer").filter(code -> code == LAPSED).isPresent()) {
            return OpenItem.State.LAPSED;
        }
        var credited = settlement.credited();
        return credited.isPositive() && credited.compareTo(settlement.claimed()) >= 0
                ? OpenItem.State.CREDITED
                : OpenItem.State.STANDING;
    }
}
