package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.invoice.Settlement;
import se.aviso.spi.dispatch.Submitted;

/** What is heard of dispatches after they have left, and what follows on those that were lost. */
@ApplicationScoped
class DeliveryStore {
    private static final String NOT_OVER = "not exists (select 1 from settlement s where s.tenant_id = d.tenant_id "
            + "and s.invoice_id = d.invoice_id and s.status <> all(?)) and not exists (select 1 from offer_answer a "
            + "where a.tenant_id = d.tenant_id and a.invoice_id = d.invoice_id and a.state <> 0)";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /**
     * A dispatch that did not arrive, or of which nothing is heard.
     *
     * @param recall not 0 of one that was taken back
     */
    record Lost(
            UUID id,
            UUID invoice,
            DispatchDocument document,
            int level,
            int recall,
            Channel channel,
            Optional<UUID> run) {}

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

    /** What failed or came back and nothing has followed on yet, each held by this worker alone. */
    List<Lost> lost(int most) {
        return sql.query(
                "select d.* from dispatch d where d.tenant_id = ? and d.state in (5, 6) and not d.followed "
                        + "order by d.id limit ? for update of d skip locked",
                DeliveryStore::read,
                Tenancy.required(),
                most);
    }

    /** What was sent by the channel before that moment and has been silent since, while it is still asked for. */
    List<Lost> silent(Channel channel, Instant sentBefore, int most) {
        return sql.query(
                "select d.* from dispatch d where d.tenant_id = ? and d.channel = ? and d.channel >= 2 and d.state = 3 "
                        + "and not d.followed and d.sent_at < ? and " + NOT_OVER
                        + " order by d.id limit ? for update of d skip locked",
                DeliveryStore::read,
                Tenancy.required(),
                Codes.of(channel),
                sentBefore,
                Sql.codes(Settlement.Status.UNPAID),
                most);
    }

    /** True while somebody is still asked to pay, or to answer. */
    boolean isAsked(UUID dispatch) {
        return sql.one(
                        "select 1 as one from dispatch d where d.tenant_id = ? and d.id = ? and " + NOT_OVER,
                        row -> row.integer("one"),
                        Tenancy.required(),
                        dispatch,
                        Sql.codes(Settlement.Status.UNPAID))
                .isPresent();
    }

    /** The channels that the same document went by. */
    List<Channel> tried(Lost lost) {
        return sql.query(
                "select distinct channel from dispatch where tenant_id = ? and invoice_id = ? and document = ? "
                        + "and level = ? and recall = ?",
                row -> row.code("channel", Channel.class),
                Tenancy.required(),
                lost.invoice(),
                Codes.of(lost.document()),
                lost.level(),
                lost.recall());
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

    /** Notes that those are dealt with. */
    void followed(Collection<UUID> ids) {
        sql.update(
                "update dispatch set followed = true where tenant_id = ? and id = any(?)",
                Tenancy.required(),
                Sql.uuids(ids));
    }

    /** What is unknown or sent of a channel and has a key of the provider's, the longest unheard first. */
    List<Submitted> unheard(Channel channel, Instant before, int most) {
        return sql.query(
                "select id, provider_reference from dispatch where tenant_id = ? and channel = ? and channel >= 2 "
                        + "and state = 3 and not followed and sent_at < ? and provider_reference is not null "
                        + "order by sent_at limit ?",
                row -> new Submitted(row.uuid("id"), row.text("provider_reference")),
                Tenancy.required(),
                Codes.of(channel),
                before,
                most);
    }

    private static Lost read(Row row) {
        return new Lost(
                row.uuid("id"),
                row.uuid("invoice_id"),
                row.code("document", DispatchDocument.class),
                row.integer("level"),
                row.integer("recall"),
                row.code("channel", Channel.class),
                row.optionalUuid("run_id"));
    }
}
