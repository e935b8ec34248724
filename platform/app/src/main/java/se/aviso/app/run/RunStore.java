package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
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

    /** The newest runs of subtrees of groups. */
    List<Run> newest(List<String> groupPaths, PageRequest page) {
        var criteria = Criteria.of("r")
                .within("r.group_path", groupPaths)
                .and("r.id < ?", page.after().map(Cursor::id));
        return sql.query(
                "select r.* from run r where " + criteria.where() + " order by r.id desc limit ?",
                RunStore::read,
                criteria.params(page.limitAndOne()));
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

    /** What became of a recipient, with the code of the reason where it was not done. */
    record Outcome(UUID recipient, RecipientState state, Optional<String> reason) {}

    /** Notes what became of a chunk's recipients. */
    void record(RunId run, List<Outcome> outcomes) {
        sql.update(
                "update run_recipient r set state = u.state, reason = nullif(u.reason, '') "
                        + "from unnest(?::uuid[], ?::smallint[], ?::text[]) u(id, state, reason) "
                        + "where r.tenant_id = ? and r.run_id = ? and r.subject_id = u.id",
                Sql.uuids(outcomes.stream().map(Outcome::recipient).toList()),
                Sql.smallints(
                        outcomes.stream().map(each -> Codes.of(each.state())).toList()),
                Sql.texts(
                        outcomes.stream().map(each -> each.reason().orElse("")).toList()),
                Tenancy.required(),
                run.value());
        sql.update(
                "update run set done = done + ?, failed = failed + ? where tenant_id = ? and id = ?",
                outcomes.size(),
                outcomes.stream()
                        .filter(each -> each.state() == RecipientState.FAILED)
                        .count(),
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

    /** Why recipients of runs were not done, failed or passed over, and how often for each reason. */
    Map<RunId, Map<String, Long>> reasons(Collection<RunId> ids) {
        var reasons = new HashMap<RunId, Map<String, Long>>();
        sql.query(
                "select run_id, reason, count(*) as times from run_recipient "
                        + "where tenant_id = ? and run_id = any(?) and reason is not null group by run_id, reason",
                row -> reasons.computeIfAbsent(new RunId(row.uuid("run_id")), id -> new TreeMap<>())
                        .put(row.text("reason"), row.bigint("times")),
                Tenancy.required(),
                Sql.uuids(ids.stream().map(RunId::value).toList()));
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
