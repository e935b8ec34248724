package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.dispatch.Lease;
import se.aviso.kernel.Money;

/**
 * Dispatches round their hand-over. What one costs is noted when it is handed over and taken back where it was not, so
 * that the month's money is known whatever becomes of the node meanwhile.
 */
@ApplicationScoped
class HandOverStore {
    /** A worker's receipts count in these states; elsewhere somebody else has had the last word. */
    private static final List<DispatchState> IN_HAND =
            List.of(DispatchState.PREPARING, DispatchState.HANDED_OVER, DispatchState.UNKNOWN);

    /** The provider has told of these before its receipt was noted: the state holds, the provider's key is kept. */
    private static final List<DispatchState> TOLD =
            List.of(DispatchState.SENT, DispatchState.DELIVERED, DispatchState.BOUNCED);

    private static final int TOLD_AT_ONCE = 1_000;

    private static final String HELD = "d.state = any(?)";

    /**
     * What its claim was credited of, or was recalled, while it was in a worker's hand; it does not wait any longer.
     */
    private static final String TAKEN_BACK = "(" + DispatchStore.RECALLED + " or d.document in (0, 1) and exists "
            + "(select 1 from settlement s where s.tenant_id = d.tenant_id and s.invoice_id = d.invoice_id "
            + "and s.credited_whole) or exists (select 1 from dispatch_call_back b where b.tenant_id = d.tenant_id "
            + "and b.dispatch_id = d.id and b.outcome is null))";

    /** False of one whose member was erased while it was written. */
    private static final String KNOWN = "exists (select 1 from invoice i join member m on m.tenant_id = i.tenant_id "
            + "and m.id = i.member_id where i.tenant_id = d.tenant_id and i.id = d.invoice_id and m.erased_on is null)";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    SentDocumentStore documents;

    /** What is about to be handed over, with its document, and to where. The address is personal data: never logged. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Leaving(UUID id, byte[] pdf, Money cost, String address) {}

    /**
     * Notes that they are handed over now, and for what, and keeps their documents; answers which are still this
     * worker's to send.
     */
    List<UUID> handingOver(List<Leaving> leaving) {
        var hashed = leaving.stream()
                .map(each -> new SentDocumentStore.Leaving(each.id, ShowSentDocument.hash(each.pdf), each.pdf))
                .toList();
        var going = note(leaving, hashed);
        forgetErased(going);
        var gone = Set.copyOf(going);
        documents.keep(
                hashed.stream().filter(each -> gone.contains(each.dispatch())).toList());
        return going;
    }

    /** An erasure that the note had to wait for is seen by the next statement alone. */
    private void forgetErased(List<UUID> going) {
        sql.update(
                "update dispatch d set sent_to = null where d.tenant_id = ? and d.id = any(?) and d.sent_to is not null "
                        + "and not " + KNOWN,
                Tenancy.required(),
                Sql.uuids(going));
    }

    /** What the hand-over before has cost stays in the month in which it was made. */
    private List<UUID> note(List<Leaving> leaving, List<SentDocumentStore.Leaving> hashed) {
        var now = clock.instant();
        return sql.query(
                "with u as (select * from unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[]) "
                        + "u(id, hash, cost, address)), former as ("
                        + "insert into dispatch_charge (tenant_id, dispatch_id, at, channel, cost) "
                        + "select f.tenant_id, f.id, f.sent_at, f.channel, coalesce(f.last_cost, f.cost) from dispatch f "
                        + "join u on u.id = f.id where f.tenant_id = ? and f.state = ? and f.sent_at is not null "
                        + "and coalesce(f.last_cost, f.cost) > 0 on conflict do nothing) "
                        + "update dispatch d set state = ?, document_hash = u.hash, attempts = d.attempts + 1, changed_at = ?, "
                        + "sent_at = ?, lease_until = ?, cost = coalesce(d.cost, 0) + u.cost, last_cost = u.cost, writer = ?, kept = true, "
                        + "sent_to = case when " + KNOWN + " then u.address end "
                        + "from u where d.tenant_id = ? and d.id = u.id and d.state = ? returning d.id",
                row -> row.uuid("id"),
                Sql.uuids(leaving.stream().map(Leaving::id).toList()),
                Sql.texts(hashed, SentDocumentStore.Leaving::hash),
                Sql.bigints(leaving, each -> each.cost().minorUnits()),
                Sql.texts(leaving.stream().map(Leaving::address).toList()),
                Tenancy.required(),
                Codes.of(DispatchState.PREPARING),
                Codes.of(DispatchState.HANDED_OVER),
                now,
                now,
                Lease.from(now),
                DocumentWriter.VERSION,
                Tenancy.required(),
                Codes.of(DispatchState.PREPARING));
    }

    /** Notes what became of them. */
    void record(List<Outcome> outcomes) {
        sql.update(
                "update dispatch d set state = case when u.state = ? and " + TAKEN_BACK
                        + " then ? else u.state end, provider_reference = nullif(u.reference, ''), "
                        + "failure = nullif(u.failure, ''), next_attempt_at = greatest(d.next_attempt_at, u.retry_at), "
                        + "changed_at = ?, lease_until = null, "
                        + "cost = coalesce(d.cost, 0) + u.correction, last_cost = d.last_cost + u.correction, "
                        + "attempts = d.attempts - u.untried "
                        + "from unnest(?::uuid[], ?::smallint[], ?::text[], ?::text[], ?::timestamptz[], ?::integer[], "
                        + "?::integer[], ?::bigint[]) u(id, state, reference, failure, retry_at, attempt, untried, "
                        + "correction) where d.tenant_id = ? and d.id = u.id and d.attempts = u.attempt and " + HELD,
                Codes.of(DispatchState.QUEUED),
                Codes.of(DispatchState.WITHDRAWN),
                clock.instant(),
                Sql.uuids(outcomes.stream().map(Outcome::id).toList()),
                Sql.smallints(
                        outcomes.stream().map(each -> Codes.of(each.state())).toList()),
                Sql.texts(outcomes.stream().map(Outcome::reference).toList()),
                Sql.texts(outcomes.stream().map(Outcome::failure).toList()),
                Sql.instants(outcomes.stream().map(Outcome::retryAt).toList()),
                Sql.integers(outcomes.stream().map(Outcome::attempt).toList()),
                Sql.integers(outcomes.stream().map(each -> each.tried() ? 0 : 1).toList()),
                Sql.bigints(outcomes, each -> each.correction().minorUnits()),
                Tenancy.required(),
                Sql.codes(IN_HAND));
        keepKeys(outcomes); // last: a call-back that was noted while we waited for its row has been seen by then
    }

    /**
     * A provider that calls back before its receipt is noted has had the last word; its key is noted all the same, and
     * what it asks, unless the call-back has said that too.
     */
    private void keepKeys(List<Outcome> outcomes) {
        var sent = outcomes.stream()
                .filter(each -> each.state() == DispatchState.SENT)
                .toList();
        if (sent.isEmpty()) {
            return;
        }
        sql.update(
                "update dispatch d set provider_reference = nullif(u.reference, ''), "
                        + "cost = case when d.last_cost = u.foreseen then d.cost - u.foreseen + u.asked else d.cost end, "
                        + "last_cost = case when d.last_cost = u.foreseen then u.asked else d.last_cost end "
                        + "from unnest(?::uuid[], ?::text[], ?::integer[], ?::bigint[], ?::bigint[]) "
                        + "u(id, reference, attempt, foreseen, asked) where d.tenant_id = ? "
                        + "and d.id = u.id and d.attempts = u.attempt and d.provider_reference is null and " + HELD,
                Sql.uuids(sent.stream().map(Outcome::id).toList()),
                Sql.texts(sent.stream().map(Outcome::reference).toList()),
                Sql.integers(sent.stream().map(Outcome::attempt).toList()),
                Sql.bigints(sent, each -> each.charge().foreseen().minorUnits()),
                Sql.bigints(sent, each -> each.charge().asked().minorUnits()),
                Tenancy.required(),
                Sql.codes(TOLD));
    }

    /** True while something of the channel is handed over and its receipt is not noted yet. */
    boolean isHandingOver(Channel channel) {
        return sql.one(
                        "select 1 as one from dispatch where tenant_id = ? and channel = ? and state = ? limit 1",
                        row -> row.integer("one"),
                        Tenancy.required(),
                        Codes.of(channel),
                        Codes.of(DispatchState.HANDED_OVER))
                .isPresent();
    }

    /** Says of what is due why it does not leave; a chunk at a time, the oldest first, and of each once. */
    void blocked(Channel channel, String reason) {
        if (isNewestTold(channel, reason)) {
            return; // and all before it, however many they are
        }
        sql.update(
                "with u as materialized (select id from dispatch where tenant_id = ? and channel = ? and state = ? "
                        + "and next_attempt_at <= ? and failure is distinct from ? order by next_attempt_at, id limit ? "
                        + "for update skip locked) update dispatch d set failure = ? from u "
                        + "where d.tenant_id = ? and d.id = u.id",
                Tenancy.required(),
                Codes.of(channel),
                Codes.of(DispatchState.QUEUED),
                clock.instant(),
                reason,
                TOLD_AT_ONCE,
                reason,
                Tenancy.required());
    }

    /** True where the last one that has come due has the reason already; what comes due next stands behind it. */
    private boolean isNewestTold(Channel channel, String reason) {
        return sql.one(
                        "select coalesce(failure, '') as failure from dispatch where tenant_id = ? and channel = ? "
                                + "and state = ? and next_attempt_at <= ? order by next_attempt_at desc, id desc limit 1",
                        row -> row.text("failure"),
                        Tenancy.required(),
                        Codes.of(channel),
                        Codes.of(DispatchState.QUEUED),
                        clock.instant())
                .filter(reason::equals)
                .isPresent();
    }

    /** Says that the worker that has these in hand lives; what it was taken for dead with is in hand again. */
    void renew(List<UUID> ids) {
        sql.update(
                "with u as materialized (select id from dispatch where tenant_id = ? and id = any(?) and state = any(?) "
                        + "for update skip locked) update dispatch d set lease_until = ? from u "
                        + "where d.tenant_id = ? and d.id = u.id",
                Tenancy.required(),
                Sql.uuids(ids),
                Sql.codes(IN_HAND),
                Lease.from(clock.instant()),
                Tenancy.required());
    }

    /** What a dead node left behind: not yet handed over goes back, else its end is unknown. */
    int recover() {
        return moveOld(DispatchState.PREPARING, DispatchState.QUEUED)
                + moveOld(DispatchState.HANDED_OVER, DispatchState.UNKNOWN);
    }

    private int moveOld(DispatchState from, DispatchState to) {
        var now = clock.instant();
        return sql.update(
                "update dispatch set state = ?, changed_at = ? where tenant_id = ? and channel = any(?) and state = ? "
                        + "and changed_at < ? and coalesce(lease_until, changed_at) < ?",
                Codes.of(to),
                now,
                Tenancy.required(),
                Sql.codes(Arrays.asList(Channel.values())),
                Codes.of(from),
                now.minus(Lease.LENGTH),
                now);
    }
}
