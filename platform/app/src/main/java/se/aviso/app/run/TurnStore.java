package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.RunId;

/** Whose turn it is in a run, and what became of those whose turn came; a chunk at a time. */
@ApplicationScoped
public class TurnStore {
    @Inject
    Sql sql;

    /** The next chunk of the phase that has recipients in a state. */
    OptionalInt nextChunk(Run run, RecipientState state) {
        return sql
                .query(
                        "select chunk from run_recipient where tenant_id = ? and run_id = ? and chunk > ? and state = ? "
                                + "order by chunk limit 1",
                        row -> row.integer("chunk"),
                        Tenancy.required(),
                        run.id().value(),
                        run.stage().atChunk(),
                        Codes.of(state))
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** The recipients of a chunk that are in a state. */
    List<UUID> recipients(RunId run, int chunk, RecipientState state) {
        return sql.query(
                "select subject_id from run_recipient where tenant_id = ? and run_id = ? and chunk = ? and state = ? "
                        + "order by subject_id",
                row -> row.uuid("subject_id"),
                Tenancy.required(),
                run.value(),
                chunk,
                Codes.of(state));
    }

    /** Those of the ids that are recipients of the run and wait. */
    List<UUID> waitingAmong(RunId run, Collection<UUID> ids) {
        return sql.query(
                "select subject_id from run_recipient where tenant_id = ? and run_id = ? and subject_id = any(?) "
                        + "and state = ? order by subject_id",
                row -> row.uuid("subject_id"),
                Tenancy.required(),
                run.value(),
                Sql.uuids(ids),
                Codes.of(RecipientState.WAITING));
    }

    /** What became of a recipient, with the code of the reason where it was not done. */
    record Outcome(UUID recipient, RecipientState state, Optional<String> reason) {}

    /** Notes what became of a chunk's recipients when their turn came. */
    void recordWork(RunId run, int chunk, List<Outcome> outcomes) {
        record(run, outcomes);
        sql.update(
                "update run set at_chunk = ?, done = done + ?, failed = failed + ? where tenant_id = ? and id = ?",
                chunk,
                outcomes.size(),
                outcomes.stream()
                        .filter(each -> each.state() == RecipientState.FAILED)
                        .count(),
                Tenancy.required(),
                run.value());
    }

    /** Notes what became of a chunk's recipients when what was done for them was taken back. */
    void recordRecall(RunId run, int chunk, List<Outcome> outcomes) {
        record(run, outcomes);
        sql.update(
                "update run set at_chunk = ?, recalled = recalled + ? where tenant_id = ? and id = ?",
                chunk,
                outcomes.size(),
                Tenancy.required(),
                run.value());
    }

    /** Notes that a chunk's recipients were looked at in advance. */
    void recordForeseen(RunId run, int chunk, int recipients) {
        sql.update(
                "update run set at_chunk = ?, foreseen = foreseen + ? where tenant_id = ? and id = ?",
                chunk,
                recipients,
                Tenancy.required(),
                run.value());
    }

    private void record(RunId run, List<Outcome> outcomes) {
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
                "update run set at_chunk = -1, done = done - ?, failed = failed - ? where tenant_id = ? and id = ?",
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
}
