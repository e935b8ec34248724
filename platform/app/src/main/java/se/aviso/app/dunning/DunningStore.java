package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.channel.ChannelStore;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.app.invoice.Whereabouts;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.Json;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;
import se.aviso.dunning.Arrears;
import se.aviso.dunning.ChargeBasis;
import se.aviso.dunning.DunningPolicy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RunId;

/** What dunning reads and writes of invoices, in sets. */
@ApplicationScoped
public class DunningStore {
    /** The code of what the office keeps from being reminded of. */
    static final String STOPPED = "dunning-stopped";

    /** Why a document {@code i} is held on a day: one parameter, the day. */
    private static final String HELD = """
            case when exists (select 1 from collector_case c where c.tenant_id = i.tenant_id and c.invoice_id = i.id
                              and c.taken_back_on is null) then 'handed-over'
                 when exists (select 1 from dunning_stop d where d.tenant_id = i.tenant_id and d.lifted_on is null
                              and d.invoice_id = i.id and coalesce(d.until, 'infinity') >= ?)
                   or exists (select 1 from dunning_stop d where d.tenant_id = i.tenant_id and d.lifted_on is null
                              and d.member_id = i.member_id and coalesce(d.until, 'infinity') >= ?) then 'dunning-stopped'
                 end""";

    private static final String UNPAID = """
            select i.id, i.kind, i.issued_on, i.created_at, i.due_on, i.snapshot ->> 'language' as language,
                   coalesce((i.snapshot #>> '{wording,group}')::uuid, i.group_id) as worded_by,
                   coalesce(t.claimed, i.total) as claimed, coalesce(t.received, 0) as received,
                   coalesce(t.credited, 0) as credited, coalesce(t.kept, 0) as kept, coalesce(r.level, 0) as reminded, r.last_on, r.demanded_on,
                   coalesce(c.fee, 0) as charged_fee, coalesce(c.interest, 0) as charged_interest,
                   coalesce(c.open, 0) as charged_open, %s as held,
                   (select s.type_id from invoice_line l
                    join period p on p.tenant_id = l.tenant_id and p.id = l.period_id
                    join membership s on s.tenant_id = p.tenant_id and s.id = p.membership_id
                    where l.tenant_id = i.tenant_id and l.invoice_id = i.id order by l.position limit 1) as type_id,
                   (select d.channel from dispatch d
                    where d.tenant_id = i.tenant_id and d.invoice_id = any (array[i.id, i.offer_id])
                    and d.document = 0 order by d.state in (5, 6), d.channel limit 1) as sent_by,
                   m.channel as wish
            from invoice i
            join member m on m.tenant_id = i.tenant_id and m.id = i.member_id
            left join settlement t on t.tenant_id = i.tenant_id and t.invoice_id = i.id
            left join offer_answer o on o.tenant_id = i.tenant_id and o.invoice_id = i.id
            left join lateral (
                select max(q.level) as level, max(q.issued_on) as last_on,
                       min(q.issued_on) filter (where q.demands_interest) as demanded_on
                from reminder q where q.tenant_id = i.tenant_id and q.invoice_id = i.id) r on true
            left join lateral (
                select sum(g.fee) as fee, sum(g.interest) as interest,
                       sum(greatest(u.claimed - u.received - u.credited, 0)) as open
                from dunning_charge g join settlement u on u.tenant_id = g.tenant_id and u.invoice_id = g.invoice_id
                where g.tenant_id = i.tenant_id and g.principal_id = i.id and g.recall = 0) c on true
            where i.tenant_id = ? and i.id = any(?) and coalesce(o.state, 0) = 0
              and not exists (select 1 from dunning_charge x where x.tenant_id = i.tenant_id and x.invoice_id = i.id)
            order by i.id
            """.formatted(HELD);

    @Inject
    Sql sql;

    @Inject
    ChannelStore channels;

    @Inject
    Whereabouts whereabouts;

    @Inject
    Clock clock;

    /** A reminder to be. */
    record Reminder(Unpaid of, int level, Said said) {}

    /**
     * What it says.
     *
     * @param charges asked for beside the claim, those of earlier reminders included
     * @param basis what those of them rest on that are this reminder's own
     * @param demandsInterest whether it says that interest is to be paid
     * @param refused why fee or interest were left out, as codes
     * @param wording the versions of the words round it, the root's first
     */
    record Said(
            String text,
            Unpaid.Charges charges,
            ChargeBasis basis,
            boolean demandsInterest,
            List<String> refused,
            Channel channel,
            List<UUID> wording) {}

    /** The documents with what is open today, as they stand at the moment. */
    List<Unpaid> seen(Collection<UUID> invoices, LocalDate today) {
        var cascade = channels.cascade().forPeople();
        var reached = whereabouts.ofIds(invoices);
        return sql.query(
                UNPAID,
                row -> read(row, Objects.requireNonNull(reached.get(row.uuid("id"))), cascade),
                today,
                today,
                Tenancy.required(),
                Sql.uuids(invoices));
    }

    private static Optional<Channel> channel(Row row, String column) {
        return row.optionalInteger(column).map(code -> Codes.constant(Channel.class, code));
    }

    /** The documents with what is open today; settlements are locked until commit. */
    List<Unpaid> unpaid(Collection<UUID> invoices, LocalDate today) {
        sql.query(
                "select invoice_id from settlement where tenant_id = ? and invoice_id = any(?) "
                        + "order by invoice_id for update",
                row -> row.uuid("invoice_id"),
                Tenancy.required(),
                Sql.uuids(invoices));
        return seen(invoices, today);
    }

    /** What was paid of these documents and credited on them, and on which bank day. */
    Map<UUID, List<Arrears.Paid>> paid(Collection<UUID> invoices) {
        var paid = new HashMap<UUID, List<Arrears.Paid>>();
        sql.query(
                "select a.invoice_id, p.booked_on, a.amount from allocation a "
                        + "join payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id "
                        + "where a.tenant_id = ? and a.invoice_id = any(?)",
                row -> paid.computeIfAbsent(row.uuid("invoice_id"), id -> new ArrayList<>())
                        .add(new Arrears.Paid(row.day("booked_on"), row.money("amount"))),
                Tenancy.required(),
                Sql.uuids(invoices));
        return paid;
    }

    /** Up to which day interest on these documents has been claimed. */
    Map<UUID, LocalDate> claimedTo(Collection<UUID> invoices) {
        var claimed = new HashMap<UUID, LocalDate>();
        sql.query(
                "select principal_id, max(interest_to) as last from dunning_charge "
                        + "where tenant_id = ? and principal_id = any(?) and interest_to is not null and recall = 0 "
                        + "group by principal_id",
                row -> claimed.put(row.uuid("principal_id"), row.day("last")),
                Tenancy.required(),
                Sql.uuids(invoices));
        return claimed;
    }

    /** Adds reminders, and queues their documents. */
    void addReminders(List<Reminder> reminders, LocalDate on, RunId run) {
        sql.update(
                "insert into reminder (tenant_id, issued_on, run_id, invoice_id, level, open, text, fee, interest, "
                        + "demands_interest, refused, wording, basis) select ?, ?::date, ?::uuid, u.invoice, u.level, "
                        + "u.open, u.text, u.fee, u.interest, u.demands, u.refused, u.wording::jsonb, u.basis::jsonb "
                        + "from unnest(?::uuid[], ?::smallint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], "
                        + "?::boolean[], ?::text[], ?::text[], ?::text[]) "
                        + "u(invoice, level, open, text, fee, interest, demands, refused, wording, basis)",
                Tenancy.required(),
                on,
                run.value(),
                Sql.uuids(reminders, each -> each.of().id()),
                Sql.smallints(reminders, Reminder::level),
                Sql.bigints(reminders, each -> each.of().open().minorUnits()),
                Sql.texts(reminders, each -> each.said().text()),
                Sql.bigints(reminders, each -> each.said().charges().fee().minorUnits()),
                Sql.bigints(reminders, each -> each.said().charges().interest().minorUnits()),
                Sql.booleans(reminders.stream()
                        .map(each -> each.said().demandsInterest())
                        .toList()),
                Sql.texts(reminders, each -> String.join(" ", each.said().refused())),
                Sql.texts(reminders, each -> Json.write(each.said().wording())),
                Sql.texts(reminders, each -> KeptBasis.write(each.said().basis())));
        queue(reminders, run);
    }

    /** They leave when the run lets them. */
    private void queue(List<Reminder> reminders, RunId run) {
        var now = clock.instant();
        sql.update(
                "insert into dispatch (tenant_id, document, state, next_attempt_at, created_at, changed_at, run_id, id, "
                        + "invoice_id, level, channel) select ?, 1::smallint, 0::smallint, "
                        + "coalesce((select n.hold_until from run n where n.tenant_id = ? and n.id = ?), ?::timestamptz), "
                        + "?::timestamptz, ?::timestamptz, ?::uuid, u.* from unnest(?::uuid[], ?::uuid[], ?::smallint[], "
                        + "?::smallint[]) u",
                Tenancy.required(),
                Tenancy.required(),
                run.value(),
                now,
                now,
                now,
                run.value(),
                Sql.uuids(reminders, each -> Ids.next()),
                Sql.uuids(reminders, each -> each.of().id()),
                Sql.smallints(reminders, Reminder::level),
                Sql.smallints(reminders, each -> Codes.of(each.said().channel())));
    }

    private static Unpaid read(Row row, InvoiceSnapshot.Recipient recipient, Cascade cascade) {
        var settlement =
                new Settlement(row.money("claimed"), row.money("received"), row.money("credited"), row.money("kept"));
        var issue = new Unpaid.Issue(
                row.code("kind", InvoiceKind.class),
                row.day("issued_on"),
                row.instant("created_at"),
                row.day("due_on"),
                row.optionalText("language").orElse("sv"),
                new GroupId(row.uuid("worded_by")));
        var history = new Unpaid.History(
                new DunningPolicy.Reminded(row.integer("reminded"), row.optionalDay("last_on")),
                row.optionalDay("demanded_on"),
                chargesOpen(row),
                row.optionalText("held"));
        return new Unpaid(
                row.uuid("id"),
                issue,
                settlement.open(),
                history,
                row.optionalUuid("type_id").map(MembershipTypeId::new),
                new Unpaid.Route(
                        channel(row, "sent_by"),
                        channel(row, "wish"),
                        recipient.addressed(),
                        recipient.reachable(),
                        cascade));
    }

    /** What was paid of charges is taken off the interest first. */
    private static Unpaid.Charges chargesOpen(Row row) {
        var open = row.money("charged_open");
        var fee = open.min(row.money("charged_fee"));
        return new Unpaid.Charges(fee, open.minus(fee));
    }

    static Optional<Money> positive(Money money) {
        return Optional.of(money).filter(Money::isPositive);
    }
}
