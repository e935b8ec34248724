package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.channel.CallBackRequests;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.Money;
import se.aviso.kernel.RunId;
import se.aviso.run.HoldWindow;

/** The dispatches of runs: counted, let go before their time, or withdrawn before they leave. */
@ApplicationScoped
public class RunDispatchStore {
    /** Nothing has left the house in these states. */
    private static final List<DispatchState> INSIDE = List.of(DispatchState.QUEUED, DispatchState.PREPARING);

    /** Nobody has seen what is in these states. */
    private static final List<DispatchState> UNSEEN = Stream.of(DispatchState.values())
            .filter(state -> !state.mayHaveLeft())
            .toList();

    private static final Money NOTHING = Money.ore(0);

    @Inject
    Sql sql;

    @Inject
    CallBackRequests callBacks;

    @Inject
    Clock clock;

    /**
     * How the dispatches of a run are doing.
     *
     * @param cost of those that have left the house, as their providers ask for it
     * @param heldUntil when the last of those leaves that wait for their time; empty where none does
     */
    public record Tally(Map<DispatchState, Long> counts, Money cost, Optional<Instant> heldUntil) {
        /** How many are in a state. */
        public long count(DispatchState state) {
            return counts.getOrDefault(state, 0L);
        }

        /** How many there are. */
        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * How the dispatches of the run are doing.
     *
     * @param holdUntil until when the run's dispatches wait, as the run says
     */
    public Tally tally(RunId run, Optional<Instant> holdUntil) {
        var counts = new EnumMap<DispatchState, Long>(DispatchState.class);
        var costs = sql.query(
                "select state, count(*) as times, sum(coalesce(cost, 0))::bigint as cost from dispatch "
                        + "where tenant_id = ? and run_id = ? group by state",
                row -> {
                    counts.put(row.code("state", DispatchState.class), row.bigint("times"));
                    return Money.ore(row.bigint("cost"));
                },
                Tenancy.required(),
                run.value());
        var cost = costs.stream().reduce(NOTHING, Money::plus);
        return new Tally(counts, cost, held(holdUntil).filter(until -> counts.containsKey(DispatchState.QUEUED)));
    }

    /** The same of a run that is at work: no row is counted, for there are more every second. */
    public Tally begun(Optional<Instant> holdUntil) {
        return new Tally(Map.of(), NOTHING, held(holdUntil));
    }

    private Optional<Instant> held(Optional<Instant> holdUntil) {
        return holdUntil.filter(clock.instant()::isBefore);
    }

    /** Lets go at once what the run has queued for later. */
    public int sendNow(RunId run) {
        var now = clock.instant();
        return sql.update(
                "update dispatch set next_attempt_at = ?, changed_at = ? where tenant_id = ? and run_id = ? "
                        + "and state = ? and next_attempt_at > ?",
                now,
                now,
                Tenancy.required(),
                run.value(),
                Codes.of(DispatchState.QUEUED),
                now);
    }

    /** Keeps back what the run has queued and nobody has taken yet, until it is withdrawn or let go. */
    public void hold(RunId run) {
        var now = clock.instant();
        sql.update(
                "update dispatch set next_attempt_at = ?, changed_at = ? where tenant_id = ? and run_id = ? and state = ?",
                now.plus(HoldWindow.LONGEST),
                now,
                Tenancy.required(),
                run.value(),
                Codes.of(DispatchState.QUEUED));
    }

    /**
     * Withdraws the run's reminders of these documents, which are taken back, and queues a notice for each of whose
     * recipients may have it in hand: the way that the reminder went.
     */
    public void recallReminders(RunId run, Collection<UUID> documents) {
        sql.update(
                "update dispatch d set recall = q.recall, changed_at = ?, state = case when d.state = any(?) then ? "
                        + "else d.state end from recalled_reminder q where q.tenant_id = d.tenant_id "
                        + "and q.invoice_id = d.invoice_id and q.level = d.level and q.run_id = d.run_id "
                        + "and d.tenant_id = ? and d.run_id = ? and d.invoice_id = any(?) and d.document = ?",
                clock.instant(),
                Sql.smallints(UNSEEN, Codes::of),
                Codes.of(DispatchState.WITHDRAWN),
                Tenancy.required(),
                run.value(),
                Sql.uuids(documents),
                Codes.of(DispatchDocument.REMINDER));
        callBacks.askReminders(run, documents);
        sql.update(
                "insert into dispatch (tenant_id, id, invoice_id, document, level, channel, recall, state, next_attempt_at, "
                        + "created_at, changed_at) select d.tenant_id, u.id, d.invoice_id, ?::smallint, d.level, d.channel, "
                        + "d.recall, ?::smallint, n.at, n.at, n.at from unnest(?::uuid[], ?::uuid[]) u(id, document) "
                        + "cross join (select ?::timestamptz as at) n join dispatch d on d.tenant_id = ? "
                        + "and d.invoice_id = u.document and d.run_id = ? and d.document = ? and d.state <> ?",
                Codes.of(DispatchDocument.REMINDER_RECALLED),
                Codes.of(DispatchState.QUEUED),
                Sql.uuids(documents.stream().map(each -> Ids.next()).toList()),
                Sql.uuids(documents),
                clock.instant(),
                Tenancy.required(),
                run.value(),
                Codes.of(DispatchDocument.REMINDER),
                Codes.of(DispatchState.WITHDRAWN));
    }

    /** Withdraws what is queued of these invoices and has not left the house. */
    public void withdraw(Collection<UUID> invoices) {
        sql.update(
                "update dispatch set state = ?, changed_at = ? where tenant_id = ? and invoice_id = any(?) "
                        + "and state = any(?)",
                Codes.of(DispatchState.WITHDRAWN),
                clock.instant(),
                Tenancy.required(),
                Sql.uuids(invoices),
                Sql.smallints(INSIDE.stream().map(Codes::of).toList()));
    }
}
