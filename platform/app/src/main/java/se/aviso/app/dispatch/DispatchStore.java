package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.dispatch.Lease;
import se.aviso.invoice.Settlement;

/** The outbox. */
@ApplicationScoped
public class DispatchStore {
    /** What was taken back after it had left is not sent once more. */
    static final String RECALLED = "(d.document = 1 and d.recall > 0)";

    /** Stands before the key of what waits to be printed as one file once more, in the place of the provider's key. */
    static final String BATCH = "batch ";

    /** How the last hand-over of dispatches {@code d} ended is kept before they are sent again. */
    static final String KEPT =
            "insert into dispatch_sending (tenant_id, dispatch_id, attempt, sent_at, state, ended_at, "
                    + "document_hash, writer, provider_reference, failure, sent_to) select d.tenant_id, d.id, d.attempts, "
                    + "d.sent_at, d.state, d.changed_at, d.document_hash, d.writer, d.provider_reference, d.failure, d.sent_to "
                    + "from dispatch d ";

    /** What was never handed over has nothing to keep. */
    static final String KEPT_ONCE = "and d.sent_at is not null and d.attempts > 0 on conflict do nothing";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /**
     * The channels that something waits for now. Each one's first is looked for in the order of the queue's index: any
     * of them would do, but asked for any the database reads through all that was ever sent.
     */
    List<Channel> waiting() {
        return sql.query(
                "select c.channel from unnest(?::smallint[]) c(channel) cross join lateral (select d.id from dispatch d "
                        + "where d.tenant_id = ? and d.channel = c.channel and d.state = ? and d.next_attempt_at <= ? "
                        + "order by d.next_attempt_at, d.id limit 1) w order by c.channel",
                row -> row.code("channel", Channel.class),
                Sql.codes(Arrays.asList(Channel.values())),
                Tenancy.required(),
                Codes.of(DispatchState.QUEUED),
                clock.instant());
    }

    /**
     * What was handed over.
     *
     * @param hash of the document; none of what was never handed over
     * @param writer which version of ours has made it
     * @param window the lines in the window of its envelope, where a letter was addressed as the member was then
     * @param member whose it is
     * @param path of the member's group
     */
    record Sent(
            Dispatch dispatch,
            Optional<String> hash,
            int writer,
            Optional<List<String>> window,
            UUID member,
            String path) {}

    /** One dispatch, and what is known of its document. */
    Optional<Sent> sent(UUID id) {
        return sql.one(
                DispatchRows.SAID + ", d.document_hash, d.writer, d.channel, d.sent_to, i.member_id, g.path "
                        + DispatchRows.FROM
                        + "join invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id "
                        + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                        + "where d.tenant_id = ? and d.id = ?",
                row -> new Sent(
                        DispatchRows.read(row),
                        row.optionalText("document_hash"),
                        row.integer("writer"),
                        window(row),
                        row.uuid("member_id"),
                        row.text("path")),
                Tenancy.required(),
                id);
    }

    private static Optional<List<String>> window(Row row) {
        return row.optionalText("sent_to")
                .filter(any -> row.code("channel", Channel.class).readsAddressOnDocument())
                .map(address -> address.lines().toList());
    }

    /** Which of these invoices something was handed over of, by whatever channel, the invoice itself or a reminder. */
    Set<UUID> handedOver(Collection<UUID> invoices) {
        return Set.copyOf(sql.query(
                "select distinct invoice_id from dispatch where tenant_id = ? and invoice_id = any(?) "
                        + "and document_hash is not null",
                row -> row.uuid("invoice_id"),
                Tenancy.required(),
                Sql.uuids(invoices)));
    }

    /** The batch that the first one that is due was in; empty where it is new, or none is due. */
    String batchDue(Channel channel) {
        return sql.one(
                        "select coalesce(provider_reference, '') as batch from dispatch where tenant_id = ? and channel = ? "
                                + "and state = ? and next_attempt_at <= ? order by next_attempt_at, id limit 1",
                        row -> row.text("batch"),
                        Tenancy.required(),
                        Codes.of(channel),
                        Codes.of(DispatchState.QUEUED),
                        clock.instant())
                .filter(batch -> batch.startsWith(BATCH))
                .orElse("");
    }

    /**
     * Takes dispatches that are due, so that no other worker takes them too.
     *
     * @param batch of which they all are, an empty text for those that are in none; where nothing goes as one file, any
     */
    List<Dispatch> claim(Channel channel, Optional<String> batch, int most) {
        var claimed = sql.query(
                DispatchRows.SAID + DispatchRows.FROM
                        + "where d.tenant_id = ? and d.channel = ? and d.state = ? and d.next_attempt_at <= ? "
                        + "and (? or case when d.provider_reference like 'batch %' then d.provider_reference else '' end = ?) "
                        + "order by d.next_attempt_at, d.id limit ? for update of d skip locked",
                DispatchRows::read,
                Tenancy.required(),
                Codes.of(channel),
                Codes.of(DispatchState.QUEUED),
                clock.instant(),
                batch.isEmpty(),
                batch.orElse(""),
                most);
        var late = overtaken(claimed);
        move(late, DispatchState.WITHDRAWN);
        var wanted = claimed.stream().filter(each -> !late.contains(each.id())).toList();
        prepare(wanted.stream().map(Dispatch::id).toList());
        return wanted;
    }

    /** Reminders of what was settled, or answered, while they waited: nobody is asked for what is paid. */
    private List<UUID> overtaken(List<Dispatch> claimed) {
        var reminders = claimed.stream()
                .filter(each -> each.document() == DispatchDocument.REMINDER)
                .map(Dispatch::id)
                .toList();
        return reminders.isEmpty()
                ? List.of()
                : sql.query(
                        "select d.id from dispatch d left join settlement s on s.tenant_id = d.tenant_id "
                                + "and s.invoice_id = d.invoice_id left join offer_answer a on a.tenant_id = d.tenant_id "
                                + "and a.invoice_id = d.invoice_id where d.tenant_id = ? and d.id = any(?) "
                                + "and (s.status <> all(?) or a.state <> 0)",
                        row -> row.uuid("id"),
                        Tenancy.required(),
                        Sql.uuids(reminders),
                        Sql.codes(Settlement.Status.UNPAID));
    }

    /**
     * A document of an invoice to the letter: of a reminder which one, and the how manieth notice that took it back.
     */
    record What(UUID invoice, DispatchDocument document, int level, int recall) {}

    /**
     * What a dispatch has brought; empty where it is not to be sent any more: taken back, or a reminder of what nobody
     * is asked for now.
     */
    Optional<What> asked(UUID id) {
        return sql.one(
                "select d.invoice_id, d.document, d.level, d.recall from dispatch d left join settlement s "
                        + "on s.tenant_id = d.tenant_id and s.invoice_id = d.invoice_id left join offer_answer a "
                        + "on a.tenant_id = d.tenant_id and a.invoice_id = d.invoice_id where d.tenant_id = ? and d.id = ? "
                        + "and not " + RECALLED + " and (d.document <> ? or (coalesce(s.status = any(?), true) "
                        + "and coalesce(a.state, 0) = 0))",
                row -> new What(
                        row.uuid("invoice_id"),
                        row.code("document", DispatchDocument.class),
                        row.integer("level"),
                        row.integer("recall")),
                Tenancy.required(),
                id,
                Codes.of(DispatchDocument.REMINDER),
                Sql.codes(Settlement.Status.UNPAID));
    }

    /** The dispatch of a document through a channel, where it was ever sent through it. */
    Optional<Known> known(What what, Channel channel) {
        return sql.one(
                "select id, state from dispatch where tenant_id = ? and invoice_id = ? and document = ? and level = ? "
                        + "and recall = ? and channel = ?",
                row -> new Known(row.uuid("id"), row.code("state", DispatchState.class)),
                Tenancy.required(),
                what.invoice(),
                Codes.of(what.document()),
                what.level(),
                what.recall(),
                Codes.of(channel));
    }

    /** A dispatch and where it stands. */
    record Known(UUID id, DispatchState state) {}

    /** Queues a document through a channel that it never went through; false when somebody else has just done so. */
    boolean queue(UUID id, What what, Channel channel) {
        var now = clock.instant();
        return sql.update(
                        "insert into dispatch (tenant_id, id, invoice_id, document, level, recall, channel, state, "
                                + "next_attempt_at, created_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                                + "on conflict (tenant_id, invoice_id, document, level, channel, recall) do nothing",
                        Tenancy.required(),
                        id,
                        what.invoice(),
                        Codes.of(what.document()),
                        what.level(),
                        what.recall(),
                        Codes.of(channel),
                        Codes.of(DispatchState.QUEUED),
                        now,
                        now,
                        now)
                == 1;
    }

    /**
     * Queues a dispatch once more, if its state is what the caller thinks and no living worker has it in hand. How its
     * last hand-over ended is kept. The hand-overs are counted on, so that a late receipt is known from the next one's,
     * and as many may be tried as of one that is new.
     */
    boolean queueAgain(UUID id, DispatchState former) {
        var now = clock.instant();
        return sql.update(
                        "with former as (" + KEPT + "where d.tenant_id = ? and d.id = ? and d.state = ? "
                                + KEPT_ONCE + ") "
                                + "update dispatch d set state = ?, failure = null, provider_reference = null, next_attempt_at = ?, "
                                + "changed_at = ?, queued_at = ?, followed = false, forgiven = d.attempts where tenant_id = ? and id = ? and state = ? "
                                + "and (lease_until is null or lease_until < ?) and not " + RECALLED,
                        Tenancy.required(),
                        id,
                        Codes.of(former),
                        Codes.of(DispatchState.QUEUED),
                        now,
                        now,
                        now,
                        Tenancy.required(),
                        id,
                        Codes.of(former),
                        now)
                == 1;
    }

    private void prepare(List<UUID> ids) {
        var now = clock.instant();
        sql.update(
                "update dispatch set state = ?, changed_at = ?, lease_until = ? where tenant_id = ? and id = any(?)",
                Codes.of(DispatchState.PREPARING),
                now,
                Lease.from(now),
                Tenancy.required(),
                Sql.uuids(ids));
    }

    private void move(List<UUID> ids, DispatchState to) {
        sql.update(
                "update dispatch set state = ?, changed_at = ? where tenant_id = ? and id = any(?)",
                Codes.of(to),
                clock.instant(),
                Tenancy.required(),
                Sql.uuids(ids));
    }
}
