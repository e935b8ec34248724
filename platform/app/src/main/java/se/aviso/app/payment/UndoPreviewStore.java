package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.payment.FileUndoing;

/** What undoing a bank file would do, added up; a handful of queries, however many payments there are. */
@ApplicationScoped
class UndoPreviewStore {
    private static final int FIRST = 50;
    private static final String OPENED = """
            with given as (
                select a.invoice_id, sum(a.amount)::bigint as amount from payment p
                join allocation a on a.tenant_id = p.tenant_id and a.payment_id = p.id
                where p.tenant_id = ? and p.bank_file_id = ? and p.undoing_id is null
                group by a.invoice_id having sum(a.amount) > 0),
            opened as (
                select g.invoice_id, g.amount from given g
                join settlement t on t.tenant_id = ? and t.invoice_id = g.invoice_id
                where t.claimed - t.credited - t.received + t.kept + g.amount > 0)
            """;
    private static final String COUNTS = OPENED + """
            select (select count(*) from opened) as invoices,
                   (select count(*) from opened o join invoice i on i.tenant_id = ? and i.id = o.invoice_id
                    where i.offer_id is not null) as offers,
                   (select count(*) from period p where p.tenant_id = ? and p.state = 1 and p.id in (
                        select l.period_id from opened o join invoice_line l on l.tenant_id = ? and l.invoice_id = o.invoice_id)
                      and not exists (
                        select 1 from invoice_line x
                        join settlement t on t.tenant_id = x.tenant_id and t.invoice_id = x.invoice_id
                        where x.tenant_id = p.tenant_id and x.period_id = p.id
                          and t.status >= 2 and (t.credited < t.claimed or t.claimed = 0)
                          and not exists (select 1 from opened o where o.invoice_id = x.invoice_id))) as periods
            """;
    private static final String FIRST_OPENED = OPENED + """
            select i.id, i.number, o.amount, i.currency from opened o
            join invoice i on i.tenant_id = ? and i.id = o.invoice_id order by i.number, i.id limit ?
            """;
    private static final String SUMS = """
            select p.currency, count(*) filter (where p.amount > 0) as payments,
                   count(*) filter (where p.amount < 0) as deductions, sum(p.amount)::bigint as amount,
                   sum(s.allocated)::bigint as allocated, sum(s.kept)::bigint as kept, sum(s.suspense)::bigint as waiting
            from payment p join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id
            where p.tenant_id = ? and p.bank_file_id = ? group by p.currency order by p.currency
            """;
    private static final String ALSO_IN = """
            select f.id, f.name, count(*) as payments from payment_sighting s
            join payment p on p.tenant_id = s.tenant_id and p.id = s.payment_id
            join bank_file f on f.tenant_id = s.tenant_id and f.id = s.bank_file_id
            where p.tenant_id = ? and p.bank_file_id = ? and s.undoing_id is null and f.id <> p.bank_file_id
            group by f.id, f.name order by f.id limit ?
            """;

    @Inject
    Sql sql;

    UndoPreview preview(
            BankFileRecord file, List<FileUndoing.Hindrance> hindrances, Optional<UndoStore.Undoing> undoing) {
        var booked = file.outcome().state() == BankFileState.BOOKED;
        var sums = sums(file.id());
        return new UndoPreview(
                file.id(),
                file.outcome().state(),
                booked && hindrances.isEmpty(),
                sums.stream()
                        .mapToLong(sum -> sum.payments() + sum.deductions())
                        .sum(),
                sums,
                opened(file.id()),
                alsoIn(file.id()),
                hindered(hindrances),
                undoing.map(UndoStore.Undoing::shown));
    }

    private List<UndoPreview.Sum> sums(UUID file) {
        return sql.query(
                SUMS,
                row -> new UndoPreview.Sum(
                        row.text("currency"),
                        row.bigint("payments"),
                        row.bigint("deductions"),
                        decimal(row, "amount"),
                        decimal(row, "allocated"),
                        decimal(row, "kept"),
                        decimal(row, "waiting")),
                Tenancy.required(),
                file);
    }

    private UndoPreview.Opened opened(UUID file) {
        var tenant = Tenancy.required();
        var first = sql.query(
                FIRST_OPENED,
                row -> new UndoPreview.OpenedInvoice(
                        row.uuid("id"),
                        Long.toString(row.bigint("number")),
                        decimal(row, "amount"),
                        row.text("currency")),
                tenant,
                file,
                tenant,
                tenant,
                FIRST);
        return sql.one(
                        COUNTS,
                        row -> new UndoPreview.Opened(
                                row.bigint("invoices"), row.bigint("periods"), row.bigint("offers"), first),
                        tenant,
                        file,
                        tenant,
                        tenant,
                        tenant,
                        tenant)
                .orElseThrow();
    }

    private List<UndoPreview.AlsoIn> alsoIn(UUID file) {
        return sql.query(
                ALSO_IN,
                row -> new UndoPreview.AlsoIn(row.uuid("id"), row.text("name"), row.bigint("payments")),
                Tenancy.required(),
                file,
                FIRST);
    }

    private UndoPreview.Hindered hindered(List<FileUndoing.Hindrance> hindrances) {
        var first = hindrances.stream().limit(FIRST).toList();
        Map<UUID, Place> places = new HashMap<>();
        sql.query(
                "select id, record, byte_offset from payment where tenant_id = ? and id = any(?)",
                row -> places.put(row.uuid("id"), new Place(row.bigint("record"), row.bigint("byte_offset"))),
                Tenancy.required(),
                Sql.uuids(first.stream().map(each -> each.payment().value()).toList()));
        var payments = hindrances.stream()
                .map(FileUndoing.Hindrance::payment)
                .distinct()
                .count();
        return new UndoPreview.Hindered(
                payments, first.stream().map(each -> hindrance(each, places)).toList());
    }

    private static UndoPreview.Hindrance hindrance(FileUndoing.Hindrance each, Map<UUID, Place> places) {
        var place = Optional.ofNullable(places.get(each.payment().value())).orElseThrow();
        return new UndoPreview.Hindrance(
                each.payment().value(),
                place.record(),
                place.byteOffset(),
                each.amount().toDecimal(),
                each.amount().currency().getCurrencyCode(),
                each.obstacle());
    }

    private static String decimal(Row row, String column) {
        return row.money(column, "currency").toDecimal();
    }

    /** Where a payment stands in its file. */
    private record Place(long record, long byteOffset) {}
}
