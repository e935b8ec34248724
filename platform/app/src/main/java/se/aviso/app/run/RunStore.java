package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.RunId;

/** Runs, their recipients and how far they have come. */
@ApplicationScoped
public class RunStore {
    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Adds a run that has its recipients in place. */
    void add(Run run, String startedBy) {
        sql.update(
                "insert into run (tenant_id, id, kind, business_date, group_path, state, total, started_by, created_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                run.id().value(),
                Codes.of(run.kind()),
                run.businessDate(),
                run.scope().groupPath(),
                Codes.of(run.state()),
                run.progress().total(),
                startedBy,
                clock.instant());
    }

    /** Sets how many recipients a run has; one without any is done. */
    void recordTotal(RunId run, int total) {
        sql.update("update run set total = ? where tenant_id = ? and id = ?", total, Tenancy.required(), run.value());
        if (total == 0) {
            move(run, RunState.RUNNING, RunState.DONE);
        }
    }

    /** The run of that id. */
    public Optional<Run> find(RunId id) {
        return sql.one(
                "select * from run where tenant_id = ? and id = ?", RunStore::read, Tenancy.required(), id.value());
    }

    /** The newest runs, before the given one. */
    public List<Run> newest(int limit, UUID before) {
        return sql.query(
                "select * from run where tenant_id = ? and id < ? order by id desc limit ?",
                RunStore::read,
                Tenancy.required(),
                before,
                limit);
    }

    /** Runs with work left, the oldest first. */
    List<RunId> running() {
        return sql.query(
                "select id from run where tenant_id = ? and state = ? order by id limit 100",
                row -> new RunId(row.uuid("id")),
                Tenancy.required(),
                Codes.of(RunState.RUNNING));
    }

    /** Changes a run's state, if it is what the caller thinks. */
    boolean move(RunId run, RunState from, RunState to) {
        return sql.update(
                        "update run set state = ?, ended_at = ? where tenant_id = ? and id = ? and state = ?",
                        Codes.of(to),
                        to == RunState.RUNNING || to == RunState.PAUSED
                                ? Optional.empty()
                                : Optional.of(clock.instant()),
                        Tenancy.required(),
                        run.value(),
                        Codes.of(from))
                == 1;
    }

    /** The first chunk with recipients that wait. */
    OptionalInt nextChunk(RunId run) {
        return sql
                .query(
                        "select chunk from run_recipient where tenant_id = ? and run_id = ? and state = ? "
                                + "order by chunk limit 1",
                        row -> row.integer("chunk"),
                        Tenancy.required(),
                        run.value(),
                        Codes.of(RecipientState.WAITING))
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** The waiting recipients of a chunk, locked until commit. */
    List<UUID> waiting(RunId run, int chunk) {
        return sql.query(
                "select subject_id from run_recipient where tenant_id = ? and run_id = ? and chunk = ? and state = ? "
                        + "order by subject_id for update",
                row -> row.uuid("subject_id"),
                Tenancy.required(),
                run.value(),
                chunk,
                Codes.of(RecipientState.WAITING));
    }

    /** Notes what became of a chunk's recipients: failed with a reason, passed over, or else done. */
    void record(RunId run, List<UUID> all, Collection<UUID> done, Map<UUID, String> failed) {
        var states = all.stream()
                .map(id -> failed.containsKey(id)
                        ? RecipientState.FAILED
                        : done.contains(id) ? RecipientState.DONE : RecipientState.PASSED_OVER)
                .map(Codes::of)
                .toList();
        sql.update(
                "update run_recipient r set state = u.state, reason = nullif(u.reason, '') "
                        + "from unnest(?::uuid[], ?::smallint[], ?::text[]) u(id, state, reason) "
                        + "where r.tenant_id = ? and r.run_id = ? and r.subject_id = u.id",
                Sql.uuids(all),
                Sql.smallints(states),
                Sql.texts(all.stream().map(id -> failed.getOrDefault(id, "")).toList()),
                Tenancy.required(),
                run.value());
        sql.update(
                "update run set done = done + ?, failed = failed + ? where tenant_id = ? and id = ?",
                all.size(),
                failed.size(),
                Tenancy.required(),
                run.value());
    }

    /** Lets the failed recipients wait again; answers how many. */
    int waitAgain(RunId run) {
        var again = sql.update(
                "update run_recipient set state = ?, reason = null where tenant_id = ? and run_id = ? and state = ?",
                Codes.of(RecipientState.WAITING),
                Tenancy.required(),
                run.value(),
                Codes.of(RecipientState.FAILED));
        sql.update(
                "update run set done = done - ?, failed = failed - ? where tenant_id = ? and id = ?",
                again,
                again,
                Tenancy.required(),
                run.value());
        return again;
    }

    /** The reasons of failed recipients and how often each occurs. */
    public Map<String, Long> reasons(RunId run) {
        var reasons = new TreeMap<String, Long>();
        sql.query(
                "select reason, count(*) as times from run_recipient where tenant_id = ? and run_id = ? and state = ? "
                        + "group by reason",
                row -> reasons.put(row.text("reason"), row.bigint("times")),
                Tenancy.required(),
                run.value(),
                Codes.of(RecipientState.FAILED));
        return reasons;
    }

    private static Run read(Row row) {
        return new Run(
                new RunId(row.uuid("id")),
                row.code("kind", RunKind.class),
                new Run.Scope(row.day("business_date"), row.text("group_path")),
                row.code("state", RunState.class),
                new Run.Progress(row.integer("total"), row.integer("done"), row.integer("failed")));
    }
}
