package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.web.PageRequest;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RunId;

/** Looks at runs and steers them between chunks: pause, go on, cancel, try the failed again. */
@ApplicationScoped
@Transactional
public class SteerRun {
    @Inject
    RunStore runs;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** A run with the reasons for which recipients failed or were passed over, and how often each occurs. */
    public record Seen(Run run, Map<String, Long> reasons) {}

    /** The run of that id. */
    public Seen see(RunId id) {
        var run = runs.find(id).orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
        return seen(List.of(run)).get(0);
    }

    /** The newest runs of the caller's subtrees. */
    public List<Seen> newest(PageRequest page) {
        return seen(runs.newest(caller.pathsFor(Permission.RUN_READ), page));
    }

    /** Stops a run until it is resumed. */
    public Seen pause(RunId id) {
        return move(id, List.of(RunState.RUNNING), RunState.PAUSED);
    }

    /** Lets a run go on. */
    public Seen resume(RunId id) {
        return move(id, List.of(RunState.PAUSED, RunState.FAILED), RunState.RUNNING);
    }

    /** Ends a run; what is committed stays. */
    public Seen cancel(RunId id) {
        return move(id, List.of(RunState.RUNNING, RunState.PAUSED, RunState.FAILED), RunState.CANCELLED);
    }

    /** Tries the failed recipients again, and them alone. */
    public Seen retry(RunId id) {
        see(id);
        if (runs.waitAgain(id) > 0) {
            runs.move(id, RunState.DONE, RunState.RUNNING);
            told(id, Change.of(Field.STATE, RunState.DONE, RunState.RUNNING));
        }
        return see(id);
    }

    private List<Seen> seen(List<Run> found) {
        var reasons = runs.reasons(found.stream().map(Run::id).toList());
        return found.stream()
                .map(run -> new Seen(run, reasons.getOrDefault(run.id(), Map.of())))
                .toList();
    }

    private Seen move(RunId id, List<RunState> from, RunState to) {
        var before = see(id).run().state();
        if (!from.contains(before) || !runs.move(id, before, to)) {
            throw RuleViolation.of("run-state-conflict", Map.of("state", before.name()));
        }
        told(id, Change.of(Field.STATE, before, to));
        return see(id);
    }

    private void told(RunId id, Change change) {
        trail.record(Deed.ofTenant(Act.RUN_STEERED, id.value(), List.of(change)));
    }
}
