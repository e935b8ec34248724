package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.member.Channel;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.SqlArray;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RunId;

/** What dunning reads and writes of invoices, in sets. */
@ApplicationScoped
public class DunningStore {
    private static final String UNPAID = """
            select i.id, i.due_on, coalesce(t.claimed, i.total) as claimed, coalesce(t.received, 0) as received,
                   coalesce(t.credited, 0) as credited, coalesce(t.kept, 0) as kept,
                   coalesce((select max(r.level) from reminder r
                             where r.tenant_id = i.tenant_id and r.invoice_id = i.id), 0) as reminded,
                   (select s.type_id from invoice_line l
                    join period p on p.tenant_id = l.tenant_id and p.id = l.period_id
                    join membership s on s.tenant_id = p.tenant_id and s.id = p.membership_id
                    where l.tenant_id = i.tenant_id and l.invoice_id = i.id order by l.position limit 1) as type_id,
                   coalesce((select min(d.channel) from dispatch d
                             where d.tenant_id = i.tenant_id and d.invoice_id = i.id and d.document = 0),
                            m.channel) as channel
            from invoice i
            join member m on m.tenant_id = i.tenant_id and m.id = i.member_id
            left join settlement t on t.tenant_id = i.tenant_id and t.invoice_id = i.id
            where i.tenant_id = ? and i.id = any(?)
            order by i.id
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** A document that may be dunned. */
    record Unpaid(
            UUID id, LocalDate dueOn, Money open, int reminded, Optional<MembershipTypeId> type, Channel channel) {}

    /** The documents with what is open, as they stand at the moment. */
    List<Unpaid> seen(Collection<UUID> invoices) {
        return sql.query(UNPAID, DunningStore::read, Tenancy.required(), Sql.uuids(invoices));
    }

    /** The documents with what is open; settlements are locked until commit. */
    List<Unpaid> unpaid(Collection<UUID> invoices) {
        sql.query(
                "select invoice_id from settlement where tenant_id = ? and invoice_id = any(?) "
                        + "order by invoice_id for update",
                row -> row.uuid("invoice_id"),
                Tenancy.required(),
                Sql.uuids(invoices));
        return seen(invoices);
    }

    /** Adds reminders of a level, and queues their documents. */
    void addReminders(List<Unpaid> reminded, int level, LocalDate on, RunId run) {
        sql.update(
                "insert into reminder (tenant_id, level, issued_on, run_id, invoice_id, open) "
                        + "select ?, ?::smallint, ?::date, ?::uuid, u.* from unnest(?::uuid[], ?::bigint[]) u",
                Tenancy.required(),
                level,
                on,
                run.value(),
                ids(reminded),
                Sql.bigints(
                        reminded.stream().map(each -> each.open().minorUnits()).toList()));
        var now = clock.instant();
        sql.update(
                "insert into dispatch (tenant_id, document, level, state, next_attempt_at, created_at, changed_at, run_id, "
                        + "id, invoice_id, channel) select ?, 1::smallint, ?::smallint, 0::smallint, "
                        + "coalesce((select n.hold_until from run n where n.tenant_id = ? and n.id = ?), ?::timestamptz), "
                        + "?::timestamptz, ?::timestamptz, ?::uuid, u.* from unnest(?::uuid[], ?::uuid[], ?::smallint[]) u",
                Tenancy.required(),
                level,
                Tenancy.required(),
                run.value(),
                now,
                now,
                now,
                run.value(),
                Sql.uuids(reminded.stream().map(each -> Ids.next()).toList()),
                ids(reminded),
                Sql.smallints(
                        reminded.stream().map(each -> Codes.of(each.channel())).toList()));
    }

    private static SqlArray ids(List<Unpaid> unpaid) {
        return Sql.uuids(unpaid.stream().map(Unpaid::id).toList());
    }

    private static Unpaid read(Row row) {
        var settlement =
                new Settlement(row.money("claimed"), row.money("received"), row.money("credited"), row.money("kept"));
        return new Unpaid(
                row.uuid("id"),
                row.day("due_on"),
                settlement.open(),
                row.integer("reminded"),
                row.optionalUuid("type_id").map(MembershipTypeId::new),
                row.code("channel", Channel.class));
    }
}
