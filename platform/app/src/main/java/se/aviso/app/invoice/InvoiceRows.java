package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.app.credit.CreditMovement;
import se.aviso.app.credit.CreditStore;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Planner;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.PageRequest;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.Occasion;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.pricing.Explanation;

/**
 * Reads invoices straight into what lists show: a page is picked first and read then; one query for its sums, four more
 * for a single one.
 */
@ApplicationScoped
public class InvoiceRows {
    /** What lists show of the rows that were picked. */
    private static final String SELECT = """
            select i.*, g.name as group_name, b.name as seller_name, s.claimed, s.received, s.credited, s.kept,
                    s.credited_whole, s.written_off, s.status, o.state as offer_state,
                   m.number as member_number, m.given_name, m.family_name, coalesce(d.level, 0) as dunning_level,
                   l.channel as sent_channel, l.state as sent_state
            from (%s) k
            join invoice i on i.tenant_id = k.tenant_id and i.id = k.id
            join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id
            join group_node b on b.tenant_id = i.tenant_id and b.id = i.seller_group_id
            join member m on m.tenant_id = i.tenant_id and m.id = i.member_id
            left join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id
            left join offer_answer o on o.tenant_id = i.tenant_id and o.invoice_id = i.id
            left join lateral (
                select max(r.level) as level from reminder r
                where r.tenant_id = i.tenant_id and r.invoice_id = i.id) d on true
            left join lateral (
                select t.channel, t.state from dispatch t
                where t.tenant_id = i.tenant_id and t.invoice_id = any (array[i.id, i.offer_id])
                order by t.id desc limit 1) l on true
            """;

    /** Those whose ids are known already. */
    private static final String GIVEN = "select ?::uuid as tenant_id, u.id from unnest(?::uuid[]) u(id)";

    private static final String PICKED = "select i.tenant_id, i.id from ";

    /** What stands in for the exact number of very many. */
    static final int SUMMED = 10_000;

    @Inject
    Sql sql;

    @Inject
    InvoiceDeliveries deliveries;

    @Inject
    Planner planner;

    @Inject
    PickInvoices pick;

    @Inject
    CreditStore credit;

    /** The invoices that the conditions hold for, in that order. */
    List<InvoiceListed> page(Criteria criteria, InvoiceSort sort, PageRequest page) {
        var picked = pick.page(criteria, sort, page);
        return sql.query(
                SELECT.formatted(GIVEN) + "order by " + sort.clause(),
                InvoiceRows::listed,
                Tenancy.required(),
                Sql.uuids(picked));
    }

    /**
     * What all that the conditions hold for amount to; of very many, how many more than {@link #SUMMED} there are is
     * left open.
     */
    InvoiceSums sums(Criteria criteria) {
        planner.forSearch();
        return sql.query(
                        "select count(*) as times, coalesce(sum(x.total), 0) as total, "
                                + "coalesce(sum(x.open), 0) as open from (select "
                                + "case i.kind when 2 then -i.total else i.total end as total, "
                                + "greatest(s.claimed - s.received - s.credited, 0) as open from "
                                + InvoicePick.from(criteria, "s.") + " limit " + (SUMMED + 1) + ") x",
                        row -> new InvoiceSums(row.bigint("times"), row.money("total"), row.money("open")),
                        criteria.params())
                .get(0);
    }

    /** How many there are by each set of conditions, counted no further than so many; one query for all. */
    List<Long> counts(List<Criteria> each, int most) {
        planner.forSearch();
        var selects = each.stream()
                .map(criteria -> "(select count(*) as times from (select 1 from " + InvoicePick.from(criteria, "")
                        + " limit " + most + ") x)")
                .collect(Collectors.joining(" union all "));
        var params = each.stream().flatMap(criteria -> Stream.of(criteria.params()));
        return each.isEmpty() ? List.of() : sql.query(selects, row -> row.bigint("times"), params.toArray());
    }

    /** The one invoice, with all that belongs to it. */
    Optional<InvoiceDetail> detail(Criteria criteria) {
        return sql.one(SELECT.formatted(PICKED + InvoicePick.from(criteria, "")), InvoiceRows::read, criteria.params())
                .map(row -> new InvoiceDetail(
                        row,
                        lines(row.id(), row.currency()),
                        allocations(row.id(), row.currency()),
                        creditUses(row.id()),
                        roundings(row.id(), row.currency()),
                        deliveries.of(row.id())));
    }

    private List<InvoiceDetail.Line> lines(UUID invoice, String currency) {
        var shares = new HashMap<Integer, List<InvoiceDetail.LineShare>>();
        sql.query(
                "select * from invoice_share where tenant_id = ? and invoice_id = ? order by position, group_id",
                row -> shares.computeIfAbsent(row.integer("position"), position -> new ArrayList<>())
                        .add(new InvoiceDetail.LineShare(
                                row.uuid("group_id"), decimal(row.bigint("amount"), currency), currency)),
                Tenancy.required(),
                invoice);
        return sql.query(
                "select * from invoice_line where tenant_id = ? and invoice_id = ? order by position",
                row -> new InvoiceDetail.Line(
                        row.code("kind", InvoiceLine.Kind.class),
                        row.text("text"),
                        row.integer("quantity"),
                        decimal(row.bigint("unit"), currency),
                        decimal(row.bigint("amount"), currency),
                        row.code("vat", VatRate.class),
                        decimal(row.bigint("vat_amount"), currency),
                        currency,
                        row.optionalUuid("period_id"),
                        why(row.text("why")),
                        shares.getOrDefault(row.integer("position"), List.of()),
                        Optional.of(row.text("measure")).filter(measure -> !measure.isEmpty()),
                        row.optionalText("exemption")),
                Tenancy.required(),
                invoice);
    }

    private static List<InvoiceDetail.Why> why(String text) {
        return new Explanation(text)
                .steps().stream()
                        .map(step -> new InvoiceDetail.Why(step.rule(), step.values()))
                        .toList();
    }

    private List<InvoiceDetail.Allocation> allocations(UUID invoice, String currency) {
        return sql.query(
                "select * from allocation where tenant_id = ? and invoice_id = ? order by id limit 1000",
                row -> new InvoiceDetail.Allocation(
                        row.uuid("id"),
                        row.uuid("payment_id"),
                        decimal(row.bigint("amount"), currency),
                        currency,
                        row.day("allocated_on"),
                        row.optionalUuid("reverses_id")),
                Tenancy.required(),
                invoice);
    }

    private List<InvoiceDetail.Rounding> roundings(UUID invoice, String currency) {
        return sql.query(
                "select * from rounding where tenant_id = ? and invoice_id = ? order by id limit 1000",
                row -> new InvoiceDetail.Rounding(
                        row.uuid("id"),
                        row.uuid("allocation_id"),
                        decimal(row.bigint("amount"), currency),
                        currency,
                        row.day("booked_on"),
                        row.optionalUuid("reverses_id")),
                Tenancy.required(),
                invoice);
    }

    private List<InvoiceDetail.CreditUsed> creditUses(UUID invoice) {
        return credit.ofInvoice(invoice).stream()
                .map(known -> new InvoiceDetail.CreditUsed(
                        known.movement().id(),
                        known.movement().amount().negated().toDecimal(),
                        known.movement().amount().currency().getCurrencyCode(),
                        known.movedOn(),
                        known.movement().kind() == CreditMovement.Kind.USED_AT_ISSUE,
                        known.movement().cause().reverses()))
                .toList();
    }

    private static InvoiceListed listed(Row row) {
        return new InvoiceListed(
                read(row),
                row.text("given_name") + " " + row.text("family_name"),
                row.text("group_name"),
                row.text("seller_name"),
                row.optionalInteger("sent_state")
                        .map(sent -> new InvoiceListed.LastDelivery(
                                row.code("sent_channel", Channel.class),
                                row.code("sent_state", InvoiceDetail.DeliveryState.class))));
    }

    private static InvoiceRow read(Row row) {
        var currency = row.text("currency");
        var settlement = settlement(row, currency);
        return new InvoiceRow(
                row.uuid("id"),
                row.code("kind", InvoiceKind.class),
                row.code("occasion", Occasion.class),
                Long.toString(row.bigint("number")),
                row.text("ocr"),
                decimal(row.bigint("total"), currency),
                settlement.map(found -> found.open().toDecimal()),
                currency,
                document(row),
                settlement.map(Settlement::status),
                row.optionalInteger("offer_state").map(code -> row.code("offer_state", InvoiceRow.OfferState.class)),
                row.day("issued_on"),
                row.day("due_on"),
                row.integer("dunning_level"),
                row.uuid("member_id"),
                row.bigint("member_number"),
                row.uuid("group_id"),
                row.uuid("seller_group_id"),
                row.optionalUuid("run_id"),
                row.optionalUuid("offer_id"));
    }

    private static Optional<Settlement> settlement(Row row, String currency) {
        return row.optionalBigint("claimed")
                .map(claimed -> new Settlement(
                        money(claimed, currency),
                        money(row.bigint("received"), currency),
                        money(row.bigint("credited"), currency),
                        money(row.bigint("kept"), currency)));
    }

    private static InvoiceRow.Document document(Row row) {
        if (row.optionalBigint("written_off").filter(given -> given > 0).isPresent()) {
            return InvoiceRow.Document.WRITTEN_OFF;
        }
        var credited = row.optionalBigint("claimed").isPresent() && row.flag("credited_whole");
        return credited ? InvoiceRow.Document.CREDITED : InvoiceRow.Document.ISSUED;
    }

    private static String decimal(long minorUnits, String currency) {
        return money(minorUnits, currency).toDecimal();
    }

    private static Money money(long minorUnits, String currency) {
        return new Money(minorUnits, Currency.getInstance(currency));
    }

    /** The end of the index of levels. */
    long highestLevel() {
        return sql.one(
                        "select coalesce(max(level), 0) as level from reminder where tenant_id = ?",
                        row -> row.bigint("level"),
                        Tenancy.required())
                .orElseThrow();
    }
}
