package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;

/** What failed and no other channel has taken on: counted by day and channel, and queued once more. */
@ApplicationScoped
public class DeadLetterStore {
    private static final String DEAD = " not exists (select 1 from dispatch n where n.tenant_id = d.tenant_id "
            + "and n.invoice_id = d.invoice_id and n.after_id = d.id)";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /**
     * What failed on a day by a channel.
     *
     * @param reason the one that occurs most
     * @param reasons how many different ones there are
     */
    public record Failed(LocalDate day, Channel channel, long count, Optional<String> reason, long reasons) {}

    /** Which of them are meant: a channel's, all or those that failed within a time. */
    record Meant(Channel channel, Optional<Instant> from, Optional<Instant> until) {}

    /** The newest so many days of each channel, the newest first. */
    List<Failed> byDay(ZoneId zone, int most) {
        return sql.query(
                "select (d.changed_at at time zone ?)::date as day, d.channel, count(*) as times, "
                        + "mode() within group (order by d.failure) as reason, count(distinct d.failure) as reasons "
                        + "from dispatch d where d.tenant_id = ? and d.state = ? and" + DEAD
                        + " group by 1, 2 order by 1 desc, 2 limit ?",
                row -> new Failed(
                        row.day("day"),
                        row.code("channel", Channel.class),
                        row.bigint("times"),
                        row.optionalText("reason"),
                        row.bigint("reasons")),
                zone.getId(),
                Tenancy.required(),
                Codes.of(DispatchState.FAILED),
                most);
    }

    /** Queues so many of them once more, the oldest first; what was tried before counts no more. */
    int replay(Meant meant, int most) {
        var now = clock.instant();
        var dead = Criteria.of("d")
                .and("d.channel = ?", Codes.of(meant.channel()))
                .and("d.state = ?", Codes.of(DispatchState.FAILED))
                .and("d.changed_at >= ?", meant.from())
                .and("d.changed_at < ?", meant.until());
        return sql.update(
                "with dead as (select d.id from dispatch d where " + dead.where() + " and" + DEAD + " and not "
                        + DispatchStore.RECALLED + " order by d.id limit ?), former as (" + DispatchStore.KEPT
                        + "join dead k on k.id = d.id where d.tenant_id = ? " + DispatchStore.KEPT_ONCE + ") "
                        + "update dispatch u set state = ?, failure = null, next_attempt_at = ?, changed_at = ?, "
                        + "queued_at = ?, forgiven = u.attempts, followed = false from dead where u.tenant_id = ? and u.id = dead.id and u.state = ?",
                dead.params(
                        most,
                        Tenancy.required(),
                        Codes.of(DispatchState.QUEUED),
                        now,
                        now,
                        now,
                        Tenancy.required(),
                        Codes.of(DispatchState.FAILED)));
    }
}
