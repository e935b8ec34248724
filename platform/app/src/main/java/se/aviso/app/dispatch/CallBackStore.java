package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.CallBack;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.spi.dispatch.Submitted;

/** What is to be called back from providers, and what they have answered. */
@ApplicationScoped
class CallBackStore {
    /** Longer than a call can take: what a node took that died is asked for again. */
    private static final Duration LEASE = Duration.ofMinutes(20);

    private static final Duration OLDEST = Duration.ofDays(30);

    private static final List<DispatchState> OVER = Stream.of(DispatchState.values())
            .filter(state -> !state.isUnderWay() && !state.mayBeCalledBack())
            .toList();

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** What is asked for now, and how often it was, this time among it. */
    record Due(Submitted submitted, int attempt) {}

    /** The channels that something is to be asked of. */
    List<Channel> waiting() {
        return sql.query(
                "select distinct channel from dispatch_call_back where tenant_id = ? and outcome is null "
                        + "and next_at <= ?",
                row -> row.code("channel", Channel.class),
                Tenancy.required(),
                clock.instant());
    }

    /** Ends what needs no asking any more: its end was told, or for a month nobody knew whether it was there at all. */
    void endOver() {
        var now = clock.instant();
        sql.update(
                "update dispatch_call_back b set outcome = case when d.state = any(?) then ? when d.state = any(?) then ? "
                        + "else ? end, ended_at = ? from dispatch d where b.tenant_id = ? and b.outcome is null "
                        + "and b.next_at <= ? and d.tenant_id = b.tenant_id and d.id = b.dispatch_id "
                        + "and (d.state = any(?) or b.asked_at < ?)",
                Sql.codes(List.of(DispatchState.DELIVERED, DispatchState.BOUNCED)),
                Codes.of(CallBack.TOO_LATE),
                Sql.codes(OVER),
                Codes.of(CallBack.NEEDLESS),
                Codes.of(CallBack.UNANSWERED),
                now,
                Tenancy.required(),
                now,
                Sql.codes(OVER),
                now.minus(OLDEST));
    }

    /** Takes what a provider has and is to be asked for, so that no other worker takes it too. */
    List<Due> take(Channel channel, int most) {
        var now = clock.instant();
        return sql.query(
                "with u as materialized (select b.dispatch_id, d.provider_reference from dispatch_call_back b "
                        + "join dispatch d on d.tenant_id = b.tenant_id and d.id = b.dispatch_id where b.tenant_id = ? "
                        + "and b.channel = ? and b.outcome is null and b.next_at <= ? and d.state = ? "
                        + "and d.provider_reference is not null order by b.next_at, b.dispatch_id limit ? "
                        + "for update of b skip locked) update dispatch_call_back b set next_at = ?, "
                        + "attempts = b.attempts + 1 from u where b.tenant_id = ? and b.dispatch_id = u.dispatch_id "
                        + "returning b.dispatch_id, b.attempts, u.provider_reference",
                row -> new Due(
                        new Submitted(row.uuid("dispatch_id"), row.text("provider_reference")),
                        row.integer("attempts")),
                Tenancy.required(),
                Codes.of(channel),
                now,
                Codes.of(DispatchState.SENT),
                most,
                now.plus(LEASE),
                Tenancy.required());
    }

    void end(UUID dispatch, CallBack outcome) {
        sql.update(
                "update dispatch_call_back set outcome = ?, ended_at = ? where tenant_id = ? and dispatch_id = ?",
                Codes.of(outcome),
                clock.instant(),
                Tenancy.required(),
                dispatch);
    }

    void askAgain(UUID dispatch, Instant at) {
        sql.update(
                "update dispatch_call_back set next_at = ? where tenant_id = ? and dispatch_id = ? and outcome is null",
                at,
                Tenancy.required(),
                dispatch);
    }

    /** Says of a dispatch whose state holds why it was not stopped. */
    void say(UUID dispatch, String reason) {
        sql.update(
                "update dispatch set failure = ? where tenant_id = ? and id = ?", reason, Tenancy.required(), dispatch);
    }
}
