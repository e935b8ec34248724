package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.dispatch.RunDispatchStore;
import se.aviso.app.security.Caller;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RunId;

/**
 * Begins to take back all that a run has issued. From the same moment nothing more of it leaves the house: what waits
 * is withdrawn chunk by chunk, and none of it is overtaken by the end of its hold.
 */
@ApplicationScoped
@Transactional
public class RecallRun {
    private static final int LONGEST_REASON = 500;
    private static final String USUAL = "Återkallad";

    @Inject
    RunStore runs;

    @Inject
    RecallStore recalls;

    @Inject
    RunSellers sellers;

    @Inject
    RunDispatchStore dispatches;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** Begins the recall; the reason stands on each credit note. */
    public Run recall(RunId id, Optional<String> reason) {
        var run = runs.locked(id)
                .filter(found -> caller.may(Permission.RUN_WRITE, found.order().groupPath()))
                .orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
        if (!run.mayBeRecalled()) {
            throw RuleViolation.of("run-not-recallable", Map.of());
        }
        if (!sellers.areCallers(id)) {
            throw RuleViolation.of("recall-other-seller", Map.of());
        }
        var why = reason.map(String::strip).filter(text -> !text.isEmpty()).orElse(USUAL);
        if (why.length() > LONGEST_REASON) {
            throw RuleViolation.at("/reason", "reason-too-long", Map.of("most", Integer.toString(LONGEST_REASON)));
        }
        recalls.give(id, why);
        dispatches.hold(id);
        runs.begin(id, Run.Stage.beginning(RunPhase.RECALL, run.stage().holdUntil()), run.businessDate());
        var changes = List.of(
                Change.of(Field.PHASE, run.phase(), RunPhase.RECALL),
                Change.of(Field.STATE, run.state(), RunState.RUNNING));
        trail.record(new Deed(Act.RUN_RECALLED, id.value(), Optional.empty(), changes, Optional.of(why)));
        return runs.find(id).orElseThrow();
    }
}
