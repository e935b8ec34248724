package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.dunning.CollectorFormat;
import se.aviso.dunning.DunningPolicy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;

/** What has gone to collectors: the files as they were sent, and which claims stood in them. */
@ApplicationScoped
public class CollectorStore {
    /** Unpaid claims of a seller of which that many reminders were sent; nothing that is held or with a collector. */
    private static final String FROM = """
            from settlement t
            join invoice i on i.tenant_id = t.tenant_id and i.id = t.invoice_id
            join member m on m.tenant_id = i.tenant_id and m.id = i.member_id
            join lateral (select max(q.level) as level, max(q.issued_on) as last_on from reminder q
                          where q.tenant_id = i.tenant_id and q.invoice_id = i.id) r on r.level >= ?
            left join lateral (
                select s.type_id from invoice_line l
                join period p on p.tenant_id = l.tenant_id and p.id = l.period_id
                join membership s on s.tenant_id = p.tenant_id and s.id = p.membership_id
                where l.tenant_id = i.tenant_id and l.invoice_id = i.id order by l.position limit 1) y on true
            join unnest(?::uuid[], ?::date[], ?::integer[]) w(type_id, reminded_by, days)
                on w.type_id is not distinct from y.type_id
            """;

    private static final String WHERE = """
            where t.tenant_id = ? and t.status = any(?) and i.kind = ? and i.seller_group_id = ? and m.died_on is null
              and not exists (select 1 from collector_case x where x.tenant_id = i.tenant_id and x.invoice_id = i.id
                              and x.taken_back_on is null)
              and not exists (select 1 from dunning_stop d where d.tenant_id = i.tenant_id and d.lifted_on is null
                              and d.invoice_id = i.id and coalesce(d.until, 'infinity') >= ?)
              and not exists (select 1 from dunning_stop d where d.tenant_id = i.tenant_id and d.lifted_on is null
                              and d.member_id = i.member_id and coalesce(d.until, 'infinity') >= ?)
              and not exists (select 1 from dunning_charge z where z.tenant_id = i.tenant_id and z.invoice_id = i.id)
            """;

    private static final String CASES = """
            select i.id, i.number, i.ocr, i.snapshot -> 'recipient' ->> 'name' as payer, i.issued_on, i.due_on, i.total,
                   i.currency, (select string_agg(l.line, ', ' order by l.at) from
                       jsonb_array_elements_text(i.snapshot -> 'recipient' -> 'addressLines') with ordinality l(line, at)
                       where l.at > 1) as address,
                   i.snapshot -> 'recipient' ->> 'email' as email, m.number as member_number,
                   t.claimed - t.received - t.credited as open, coalesce(c.open, 0) as charges, r.level, r.last_on,
                   coalesce(a.text_sv, '') as agreement
            %s
            left join lateral (
                select sum(greatest(u.claimed - u.received - u.credited, 0)) as open, max(g.agreement_id::text)::uuid as agreement_id
                from dunning_charge g join settlement u on u.tenant_id = g.tenant_id and u.invoice_id = g.invoice_id
                where g.tenant_id = i.tenant_id and g.principal_id = i.id and g.recall = 0) c on true
            left join dunning_agreement a on a.tenant_id = i.tenant_id and a.id = c.agreement_id
            %s and r.last_on <= w.reminded_by
            order by i.due_on, i.id limit ?
            """.formatted(FROM, WHERE);

    @Inject
    Sql sql;

    /** A claim that can be handed over. */
    record Ripe(UUID id, long open, CollectorFile.Case asCase) {}

    /** A file that was handed over. */
    public record Export(
            UUID id,
            UUID sellerGroupId,
            String seller,
            CollectorFormat format,
            LocalDate madeOn,
            String madeBy,
            int invoices,
            String total,
            String currency,
            String sha256) {}

    /** Whom claims stand with. */
    record Made(GroupId seller, CollectorFormat format, LocalDate on, String by) {}

    /**
     * Which claims are asked for.
     *
     * @param reminders how many were sent at least
     * @param policies how long after the last one a claim may be handed over, by type
     */
    record Sought(
            GroupId seller, int reminders, Map<Optional<MembershipTypeId>, DunningPolicy> policies, LocalDate today) {}

    /** How many claims wait for their days after the last reminder, and when the first of them can be handed over. */
    public record Waiting(long claims, Optional<LocalDate> from) {}

    /** The claims that may be handed over today, the oldest first. */
    List<Ripe> ripe(Sought sought, int most) {
        var params = params(sought);
        params.add(most);
        return sql.query(CASES, CollectorStore::ripe, params.toArray());
    }

    /** Those for which it is too early. */
    Waiting waiting(Sought sought) {
        return sql.query(
                        "select count(*) as claims, min(r.last_on + w.days) as first_on " + FROM + WHERE
                                + " and r.last_on > w.reminded_by",
                        row -> new Waiting(row.bigint("claims"), row.optionalDay("first_on")),
                        params(sought).toArray())
                .get(0);
    }

    private static List<Object> params(Sought sought) {
        var types = new ArrayList<@Nullable UUID>();
        var remindedBy = new ArrayList<LocalDate>();
        var days = new ArrayList<Integer>();
        sought.policies().forEach((type, policy) -> {
            types.add(type.map(MembershipTypeId::value).orElse(null));
            remindedBy.add(policy.handedOverWhenRemindedBy(sought.today()));
            days.add(policy.collectorAfterDays());
        });
        return new ArrayList<>(List.of(
                sought.reminders(),
                Sql.uuids(types),
                Sql.dates(remindedBy),
                Sql.integers(days),
                Tenancy.required(),
                Sql.codes(Settlement.Status.UNPAID),
                Codes.of(InvoiceKind.CLAIM),
                sought.seller().value(),
                sought.today(),
                sought.today()));
    }

    /** Keeps a file, and which claims stand in it. */
    void add(UUID id, Made made, List<Ripe> cases, byte[] content, String sha256) {
        sql.update(
                "insert into collector_export (tenant_id, id, seller_group_id, format, made_on, made_by, invoices, total, "
                        + "sha256, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                id,
                made.seller().value(),
                Codes.of(made.format()),
                made.on(),
                made.by(),
                cases.size(),
                cases.stream().mapToLong(Ripe::open).sum(),
                sha256,
                content);
        sql.update(
                "insert into collector_case (tenant_id, export_id, invoice_id, open) "
                        + "select ?, ?, u.* from unnest(?::uuid[], ?::bigint[]) u",
                Tenancy.required(),
                id,
                Sql.uuids(cases, Ripe::id),
                Sql.bigints(cases, Ripe::open));
    }

    /** The newest files of sellers in those subtrees. */
    List<Export> page(List<String> paths, PageRequest page) {
        var criteria = Criteria.of("e")
                .within("g.path", paths)
                .and("e.id < ?", page.after().map(Cursor::id));
        return sql.query(
                "select e.id, e.seller_group_id, g.name, e.format, e.made_on, e.made_by, e.invoices, e.total, e.sha256 "
                        + "from collector_export e join group_node g on g.tenant_id = e.tenant_id "
                        + "and g.id = e.seller_group_id where " + criteria.where() + " order by e.id desc limit ?",
                CollectorStore::read,
                criteria.params(page.limitAndOne()));
    }

    /** One file of a seller in those subtrees. */
    Optional<Export> find(UUID id, List<String> paths) {
        var criteria = Criteria.of("e").within("g.path", paths).and("e.id = ?", Optional.of(id));
        return sql.one(
                "select e.id, e.seller_group_id, g.name, e.format, e.made_on, e.made_by, e.invoices, e.total, e.sha256 "
                        + "from collector_export e join group_node g on g.tenant_id = e.tenant_id "
                        + "and g.id = e.seller_group_id where " + criteria.where(),
                CollectorStore::read,
                criteria.params());
    }

    /** The bytes as they were handed over. */
    byte[] content(UUID id) {
        return sql.one(
                        "select content from collector_export where tenant_id = ? and id = ?",
                        row -> row.bytes("content"),
                        Tenancy.required(),
                        id)
                .orElseThrow();
    }

    /** The file in which a claim stands that is with a collector now. */
    Optional<UUID> with(UUID invoice) {
        return sql.one(
                "select export_id from collector_case where tenant_id = ? and invoice_id = ? and taken_back_on is null",
                row -> row.uuid("export_id"),
                Tenancy.required(),
                invoice);
    }

    /** Takes a claim back; false when it is with nobody. */
    boolean takeBack(UUID invoice, LocalDate on, String note) {
        return sql.update(
                        "update collector_case set taken_back_on = ?, note = ? "
                                + "where tenant_id = ? and invoice_id = ? and taken_back_on is null",
                        on,
                        note,
                        Tenancy.required(),
                        invoice)
                > 0;
    }

    private static Ripe ripe(Row row) {
        var open = row.bigint("open") + row.bigint("charges");
        return new Ripe(
                row.uuid("id"),
                open,
                new CollectorFile.Case(
                        Long.toString(row.bigint("number")),
                        row.text("ocr"),
                        row.text("payer"),
                        row.optionalText("address").orElse(""),
                        row.optionalText("email").orElse(""),
                        row.bigint("member_number"),
                        row.day("issued_on"),
                        row.day("due_on"),
                        row.money("total").toDecimal(),
                        row.money("open").toDecimal(),
                        row.money("charges").toDecimal(),
                        row.text("currency"),
                        row.integer("level"),
                        row.day("last_on"),
                        row.text("agreement")));
    }

    private static Export read(Row row) {
        var total = row.money("total");
        return new Export(
                row.uuid("id"),
                row.uuid("seller_group_id"),
                row.text("name"),
                row.code("format", CollectorFormat.class),
                row.day("made_on"),
                row.text("made_by"),
                row.integer("invoices"),
                total.toDecimal(),
                total.currency().getCurrencyCode(),
                row.text("sha256"));
    }
}
