package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.dispatch.Hold;

/** The channels that rest because their provider takes nothing. */
@ApplicationScoped
class HoldStore {
    /** Begins the reason of what was given up because its provider took nothing for too long. */
    static final String GIVEN_UP = "given up: ";

    private static final int GIVEN_UP_AT_ONCE = 1_000;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** All that there are; some may be tried again by now. */
    Map<Channel, Hold> all() {
        var holds = new EnumMap<Channel, Hold>(Channel.class);
        sql.query(
                "select channel, reason, times, since, until from channel_hold where tenant_id = ?",
                row -> holds.put(row.code("channel", Channel.class), read(row)),
                Tenancy.required());
        return holds;
    }

    /**
     * What a chunk has shown of its channel's provider.
     *
     * @param chance from 0 to below 1, drawn anew each time
     */
    void told(Channel channel, List<Outcome> outcomes, double chance) {
        var taken = outcomes.stream().anyMatch(each -> each.state() == DispatchState.SENT);
        var closed = outcomes.stream().filter(Outcome::isGivenBack).findFirst();
        closed.ifPresent(
                each -> keep(channel, Hold.after(held(channel), taken, each.failure(), clock.instant(), chance)));
        if (closed.isEmpty() && outcomes.stream().anyMatch(each -> each.state() != DispatchState.UNKNOWN)) {
            lift(channel);
        }
    }

    /** Lets the channel be tried now. */
    void lift(Channel channel) {
        sql.update(
                "delete from channel_hold where tenant_id = ? and channel = ?", Tenancy.required(), Codes.of(channel));
    }

    /**
     * Gives up what has been due since before then, the oldest first. Nobody goes on with it by itself: a provider's
     * fault is no reason to pay another; a person may send it again.
     */
    void giveUp(Channel channel, String reason, Instant before) {
        var now = clock.instant();
        sql.update(
                "with u as materialized (select id from dispatch where tenant_id = ? and channel = ? and state = ? "
                        + "and next_attempt_at <= ? and greatest(coalesce(queued_at, created_at), next_attempt_at) < ? order by next_attempt_at, id "
                        + "limit ? for update skip locked) update dispatch d set state = ?, failure = ?, followed = true, "
                        + "provider_reference = null, changed_at = ? from u where d.tenant_id = ? and d.id = u.id",
                Tenancy.required(),
                Codes.of(channel),
                Codes.of(DispatchState.QUEUED),
                now,
                before,
                GIVEN_UP_AT_ONCE,
                Codes.of(DispatchState.FAILED),
                GIVEN_UP + reason,
                now,
                Tenancy.required());
    }

    private Optional<Hold> held(Channel channel) {
        return sql.one(
                "select reason, times, since, until from channel_hold where tenant_id = ? and channel = ? for update",
                HoldStore::read,
                Tenancy.required(),
                Codes.of(channel));
    }

    private void keep(Channel channel, Hold hold) {
        sql.update(
                "insert into channel_hold (tenant_id, channel, reason, times, since, until) values (?, ?, ?, ?, ?, ?) "
                        + "on conflict (tenant_id, channel) do update set reason = excluded.reason, "
                        + "times = excluded.times, since = excluded.since, until = excluded.until",
                Tenancy.required(),
                Codes.of(channel),
                hold.reason(),
                hold.times(),
                hold.since(),
                hold.until());
    }

    private static Hold read(Row row) {
        return new Hold(row.text("reason"), row.integer("times"), row.instant("since"), row.instant("until"));
    }
}
