package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RunId;
import se.aviso.run.Choice;

/** Runs, their recipients and how far they have come. */
@ApplicationScoped
public class RunStore {
    /** States that a run goes on from by itself or by a word. */
    private static final Set<RunState> OPEN =
            Set.of(RunState.RUNNING, RunState.PAUSED, RunState.PREVIEWED, RunState.FAILED);

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Adds a run; its recipients follow. */
    void add(Run run) {
        sql.update(
                "insert into run (tenant_id, id, kind, business_date, group_path, state, phase, hold_until, total, "
                        + "started_by, created_at, by_itself, type_ids, joined_from, joined_to) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?::uuid[], ?, ?)",
                Tenancy.required(),
                run.id().value(),
                Codes.of(run.kind()),
                run.businessDate(),
                run.order().groupPath(),
                Codes.of(run.state()),
                Codes.of(run.phase()),
                run.stage().holdUntil(),
                run.begun().by(),
                run.begun().at(),
                run.begun().byItself(),
                Sql.uuids(run.order().choice().types(), MembershipTypeId::value),
                run.order().choice().joined().from(),
                run.order().choice().joined().to());
    }

    /** Sets how many recipients a run has; one without any has come to the end of its phase. */
    void recordTotal(Run run, int total) {
        sql.update(
                "update run set total = ? where tenant_id = ? and id = ?",
                total,
                Tenancy.required(),
                run.id().value());
        if (total == 0) {
            end(run);
        }
    }

    /** Begins a phase, with the day on which its rules are asked. */
    void begin(RunId run, Run.Stage stage, LocalDate businessDate) {
        sql.update(
                "update run set state = ?, phase = ?, at_chunk = ?, hold_until = ?, business_date = ?, ended_at = null "
                        + "where tenant_id = ? and id = ?",
                Codes.of(stage.state()),
                Codes.of(stage.phase()),
                stage.atChunk(),
                stage.holdUntil(),
                businessDate,
                Tenancy.required(),
                run.value());
    }

    /** Notes that the run has come to the end of its phase. */
    void end(Run run) {
        move(
                run.id(),
                RunState.RUNNING,
                switch (run.phase()) {
                    case PREVIEW -> RunState.PREVIEWED;
                    case WORK -> RunState.DONE;
                    case RECALL -> RunState.RECALLED;
                });
    }

    /** The run of that id, which nobody else steers or takes forward until commit. */
    Optional<Run> locked(RunId id) {
        return sql.one(
                "select * from run where tenant_id = ? and id = ? for update",
                RunStore::read,
                Tenancy.required(),
                id.value());
    }

    /** Proposals of a kind that are being worked out or wait, and that a newer one replaces; locked until commit. */
    List<Run> openProposals(RunKind kind) {
        return sql.query(
                "select * from run where tenant_id = ? and state = any(?) and phase = ? and by_itself and kind = ? "
                        + "order by id for update",
                RunStore::read,
                Tenancy.required(),
                Sql.smallints(OPEN.stream().map(Codes::of).toList()),
                Codes.of(RunPhase.PREVIEW),
                Codes.of(kind));
    }

    /** True while work that was begun without anybody asking for it goes on. */
    boolean goesByItself() {
        return !sql.query(
                        "select id from run where tenant_id = ? and state = ? and by_itself limit 1",
                        row -> row.uuid("id"),
                        Tenancy.required(),
                        Codes.of(RunState.RUNNING))
                .isEmpty();
    }

    /** What a run queues from now on, and has queued, leaves at once. */
    void endHold(RunId run) {
        sql.update(
                "update run set hold_until = ? where tenant_id = ? and id = ?",
                clock.instant(),
                Tenancy.required(),
                run.value());
    }

    /** The run of that id. */
    public Optional<Run> find(RunId id) {
        return sql.one(
                "select * from run where tenant_id = ? and id = ?", RunStore::read, Tenancy.required(), id.value());
    }

    /** The runs that have issued drafts of a batch, the newest first. */
    public List<Run> ofBatch(UUID batch, int most) {
        return sql.query(
                "select r.* from run r where r.tenant_id = ? and (r.batch_id = ? or r.id = (select b.run_id "
                        + "from draft_batch b where b.tenant_id = r.tenant_id and b.id = ?)) order by r.id desc limit ?",
                RunStore::read,
                Tenancy.required(),
                batch,
                batch,
                most);
    }

    /** Which runs are looked for; all of it must hold. */
    public record Wanted(Optional<RunState> state, Optional<RunKind> kind, Optional<String> group) {
        /** All of them. */
        public static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The newest runs of subtrees of groups. */
    List<Run> newest(List<String> groupPaths, Wanted wanted, PageRequest page) {
        var criteria = Criteria.of("r")
                .within("r.group_path", groupPaths)
                .and("r.id < ?", page.after().map(Cursor::id))
                .and("r.state = ?", wanted.state().map(Codes::of))
                .and("r.kind = ?", wanted.kind().map(Codes::of));
        wanted.group().ifPresent(path -> criteria.within("r.group_path", List.of(path)));
        return sql.query(
                "select r.* from run r where " + criteria.where() + " order by r.id desc limit ?",
                RunStore::read,
                criteria.params(page.limitAndOne()));
    }

    /** The name of the topmost group; empty where it is all of them. */
    String groupName(Run run) {
        return sql.one(
                        "select name from group_node where tenant_id = ? and path = ?",
                        row -> row.text("name"),
                        Tenancy.required(),
                        run.order().groupPath())
                .orElse("");
    }

    /** Runs with work left, the oldest first; of what a day has begun by itself, one waits for the one before it. */
    List<RunId> running() {
        return sql.query(
                "select id from run r where tenant_id = ? and state = ? and not (by_itself and exists "
                        + "(select 1 from run o where o.tenant_id = r.tenant_id and o.state = r.state and o.by_itself "
                        + "and o.id < r.id)) order by id limit 100",
                row -> new RunId(row.uuid("id")),
                Tenancy.required(),
                Codes.of(RunState.RUNNING));
    }

    /** Changes a run's state, if it is what the caller thinks. */
    boolean move(RunId run, RunState from, RunState to) {
        return sql.update(
                        "update run set state = ?, ended_at = ? where tenant_id = ? and id = ? and state = ?",
                        Codes.of(to),
                        OPEN.contains(to) ? Optional.empty() : Optional.of(clock.instant()),
                        Tenancy.required(),
                        run.value(),
                        Codes.of(from))
                == 1;
    }

    private static Choice choice(Row row) {
        var types = row.uuids("type_ids").stream().map(MembershipTypeId::new).toList();
        return new Choice(types, new Choice.Joined(row.optionalDay("joined_from"), row.optionalDay("joined_to")));
    }

    private static Run read(Row row) {
        var order = new Run.Order(
                row.code("kind", RunKind.class), row.day("business_date"), row.text("group_path"), choice(row));
        var stage = new Run.Stage(
                row.code("state", RunState.class),
                row.code("phase", RunPhase.class),
                row.integer("at_chunk"),
                row.optionalInstant("hold_until"));
        var progress = new Run.Progress(
                row.integer("total"),
                row.integer("foreseen"),
                row.integer("done"),
                row.integer("failed"),
                row.integer("recalled"));
        var begun = new Run.Begun(row.text("started_by"), row.instant("created_at"), row.flag("by_itself"));
        return new Run(new RunId(row.uuid("id")), order, stage, progress, begun);
    }
}
