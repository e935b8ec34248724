package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;
import se.aviso.spi.dispatch.Submitted;

/** What is heard of dispatches after they have left, and what follows on those that were lost. */
@ApplicationScoped
class DeliveryStore {
    private static final String NOT_OVER = "(not exists (select 1 from settlement s where s.tenant_id = d.tenant_id "
            + "and s.invoice_id = d.invoice_id and s.status <> all(?)) and not exists (select 1 from offer_answer a "
            + "where a.tenant_id = d.tenant_id and a.invoice_id = d.invoice_id and a.state <> 0))";

    /** Of a document that has arrived once, by whatever channel and however often it was sent since. */
    private static final String ARRIVED = "exists (select 1 from dispatch o where o.tenant_id = d.tenant_id "
            + "and o.invoice_id = d.invoice_id and o.document = d.document and o.level = d.level and o.recall = d.recall "
            + "and (o.state = 4 or exists (select 1 from dispatch_sending e where e.tenant_id = o.tenant_id "
            + "and e.dispatch_id = o.id and e.state = 4)))";

    /** Longer than this nobody waits for news. */
    private static final Duration OLDEST_NEWS = Cascade.Step.LONGEST_PATIENCE;

    /**
     * What was lost so long ago, or has outlived patience by so much, is not sent by a channel that is opened now: its
     * day has passed.
     */
    private static final Duration OLDEST_LOSS = Duration.ofDays(30);

    /** Behind all that is looked through, whatever the patience. */
    private static final Duration OLDEST_SILENCE = Cascade.Step.LONGEST_PATIENCE.plus(OLDEST_LOSS);

    /** A channel that is opened meanwhile does not wait for it. */
    private static final Duration NEXT_LOOK = Duration.ofHours(12);

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /**
     * A dispatch that did not arrive, or of which nothing is heard.
     *
     * @param recall not 0 of one that was taken back
     * @param asked false when nobody is asked to pay, or to answer, any more, or the document has arrived once
     * @param old when it was lost too long ago to be sent now
     * @param patience that ended; none of what was lost
     */
    record Lost(
            UUID id,
            UUID invoice,
            DispatchDocument document,
            int level,
            int recall,
            Channel channel,
            Optional<UUID> run,
            boolean asked,
            boolean old,
            Duration patience) {
        /** True of a reminder that was taken back. */
        boolean isTakenBack() {
            return document == DispatchDocument.REMINDER && recall > 0;
        }

        /** True of what is sent after nobody: taken back, not asked for any more, arrived, or of a day long past. */
        boolean isLetBe() {
            return isTakenBack() || !asked || old;
        }
    }

    /** The state of a dispatch of that channel, held until commit. */
    Optional<DispatchState> hold(UUID id, Channel channel) {
        return sql.one(
                "select state from dispatch where tenant_id = ? and id = ? and channel = ? for update",
                row -> row.code("state", DispatchState.class),
                Tenancy.required(),
                id,
                Codes.of(channel));
    }

    /** Those of the channel that have the provider's key; one, unless a provider gives a batch one key. */
    List<UUID> byReference(Channel channel, String reference) {
        return sql.query(
                "select id from dispatch where tenant_id = ? and channel = ? and provider_reference = ? limit 2",
                row -> row.uuid("id"),
                Tenancy.required(),
                Codes.of(channel),
                reference);
    }

    void move(UUID id, DispatchState state, String reason) {
        sql.update(
                "update dispatch set state = ?, failure = nullif(?, ''), changed_at = ? where tenant_id = ? and id = ?",
                Codes.of(state),
                reason,
                clock.instant(),
                Tenancy.required(),
                id);
    }

    /**
     * Notes what the provider asks for a message's last hand-over, beside what those before it have cost; it costs
     * nothing where it never left.
     */
    void price(UUID id, Channel channel, Money price) {
        sql.update(
                "update dispatch set cost = coalesce(cost, 0) - coalesce(last_cost, cost, 0) + ?, last_cost = ? "
                        + "where tenant_id = ? and id = ? and channel = ? and sent_at is not null "
                        + "and document_hash is not null",
                price.minorUnits(),
                price.minorUnits(),
                Tenancy.required(),
                id,
                Codes.of(channel));
    }

    /**
     * What failed or came back and nothing has followed on yet, each held by this worker alone; those first that nobody
     * has looked at for longest.
     */
    List<Lost> lost(int most) {
        var now = clock.instant();
        return sql.query(
                "select d.*, " + NOT_OVER + " and not " + ARRIVED
                        + " as asked, coalesce(d.sent_at, d.created_at) < ? as old from dispatch d "
                        + "where d.tenant_id = ? and d.state in (5, 6) and not d.followed and d.next_attempt_at <= ? "
                        + "order by d.next_attempt_at, d.id limit ? for update of d skip locked",
                row -> read(row, Duration.ZERO),
                Sql.codes(Settlement.Status.UNPAID),
                now.minus(OLDEST_LOSS),
                Tenancy.required(),
                now,
                most);
    }

    /**
     * What was sent by the channel longer ago than that and has been silent since. What has outlived it by more than a
     * month is let be: else whoever turns patience on would send years of documents.
     */
    List<Lost> silent(Channel channel, Duration patience, int most) {
        var now = clock.instant();
        return sql.query(
                "select d.*, " + NOT_OVER + " and not " + ARRIVED
                        + " as asked, false as old from dispatch d where d.tenant_id = ? "
                        + "and d.channel = ? and d.state = ? and not d.followed and d.next_attempt_at > ? and d.next_attempt_at < ? "
                        + "and d.sent_at > ? and d.sent_at < ? order by d.next_attempt_at limit ? "
                        + "for update of d skip locked",
                row -> read(row, patience),
                Sql.codes(Settlement.Status.UNPAID),
                Tenancy.required(),
                Codes.of(channel),
                Codes.of(DispatchState.SENT),
                now.minus(patience).minus(OLDEST_LOSS),
                now.minus(patience),
                now.minus(patience).minus(OLDEST_LOSS),
                now.minus(patience),
                most);
    }

    /** The channels that the same document as that of each went by, its own among them. */
    Map<UUID, Set<Channel>> tried(Collection<Lost> lost) {
        var tried = new HashMap<UUID, Set<Channel>>();
        sql.query(
                "select l.id, d.channel from dispatch l join dispatch d on d.tenant_id = l.tenant_id "
                        + "and d.invoice_id = l.invoice_id and d.document = l.document and d.level = l.level "
                        + "and d.recall = l.recall where l.tenant_id = ? and l.id = any(?)",
                row -> tried.computeIfAbsent(row.uuid("id"), id -> EnumSet.noneOf(Channel.class))
                        .add(row.code("channel", Channel.class)),
                Tenancy.required(),
                Sql.uuids(lost, Lost::id));
        return tried;
    }

    /** Queues the same document by another channel; nothing where it went by that one before. */
    Optional<UUID> follow(Lost lost, Channel next) {
        var id = Ids.next();
        var now = clock.instant();
        var queued = sql.update(
                "insert into dispatch (tenant_id, id, invoice_id, document, level, recall, channel, state, run_id, after_id, "
                        + "next_attempt_at, created_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                        + "on conflict do nothing",
                Tenancy.required(),
                id,
                lost.invoice(),
                Codes.of(lost.document()),
                lost.level(),
                lost.recall(),
                Codes.of(next),
                Codes.of(DispatchState.QUEUED),
                lost.run(),
                lost.id(),
                now,
                now,
                now);
        return Optional.of(id).filter(any -> queued == 1);
    }

    /** Notes that those are dealt with; what is silent leaves the days that are looked through. */
    void followed(Collection<Lost> lost) {
        sql.update(
                "update dispatch set followed = true, next_attempt_at = case when state = ? then ? else next_attempt_at end "
                        + "where tenant_id = ? and id = any(?)",
                Codes.of(DispatchState.SENT),
                clock.instant().minus(OLDEST_SILENCE),
                Tenancy.required(),
                Sql.uuids(lost, Lost::id));
    }

    /**
     * Those are looked at again, after the others: a channel may have been opened by then. What is silent is looked for
     * as long ago as its patience.
     */
    void lookLater(Collection<Lost> lost) {
        var then = clock.instant().plus(NEXT_LOOK);
        sql.update(
                "update dispatch d set next_attempt_at = u.at from unnest(?::uuid[], ?::timestamptz[]) u(id, at) "
                        + "where d.tenant_id = ? and d.id = u.id",
                Sql.uuids(lost, Lost::id),
                Sql.instants(
                        lost.stream().map(each -> then.minus(each.patience())).toList()),
                Tenancy.required());
    }

    /**
     * What was sent by a channel and has a key of the provider's; those first that were not asked about for longest.
     */
    List<Submitted> unheard(Channel channel, Duration after, int most) {
        var now = clock.instant();
        return sql.query(
                "with u as materialized (select id from dispatch where tenant_id = ? and channel = ? "
                        + "and channel >= 2 and state = 3 and not followed and coalesce(asked_at, sent_at) < ? "
                        + "and sent_at > ? and provider_reference is not null order by coalesce(asked_at, sent_at) "
                        + "limit ? for update skip locked) update dispatch d set asked_at = ? from u "
                        + "where d.tenant_id = ? and d.id = u.id returning d.id, d.provider_reference",
                row -> new Submitted(row.uuid("id"), row.text("provider_reference")),
                Tenancy.required(),
                Codes.of(channel),
                now.minus(after),
                now.minus(OLDEST_NEWS),
                most,
                now,
                Tenancy.required());
    }

    private static Lost read(Row row, Duration patience) {
        return new Lost(
                row.uuid("id"),
                row.uuid("invoice_id"),
                row.code("document", DispatchDocument.class),
                row.integer("level"),
                row.integer("recall"),
                row.code("channel", Channel.class),
                row.optionalUuid("run_id"),
                row.flag("asked"),
                row.flag("old"),
                patience);
    }
}
