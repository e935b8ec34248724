package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.dispatch.RunDispatchStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RunId;

/**
 * Steers runs between chunks: approve, pause, go on, cancel, try the failed again, let go what waits. A run outside of
 * the caller's subtrees is as unknown as one that is not there.
 */
@ApplicationScoped
@Transactional
public class SteerRun {
    private static final Set<RunState> STANDING = Set.of(RunState.PAUSED, RunState.FAILED);
    private static final Set<RunState> CANCELLABLE =
            Set.of(RunState.RUNNING, RunState.PAUSED, RunState.FAILED, RunState.PREVIEWED);

    @Inject
    RunStore runs;

    @Inject
    TurnStore turns;

    @Inject
    RunSettingStore settings;

    @Inject
    RunDispatchStore dispatches;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * Starts exactly what was previewed, as of today: what is issued bears the day on which it is. For whom nothing is
     * due any more is passed over.
     */
    public Run approve(RunId id) {
        var run = own(id);
        require(run, Set.of(RunState.PREVIEWED));
        var today = businessDate.today();
        runs.begin(id, Run.Stage.beginning(RunPhase.WORK, newHold()), today);
        var changes = List.of(
                Change.of(Field.PHASE, run.phase(), RunPhase.WORK),
                Change.of(Field.BUSINESS_DATE, run.businessDate(), today));
        trail.record(Deed.ofTenant(Act.RUN_APPROVED, id.value(), changes));
        return seen(id);
    }

    /** Stops a run until it is resumed. */
    public Run pause(RunId id) {
        return move(own(id), Set.of(RunState.RUNNING), RunState.PAUSED);
    }

    /** Lets a run go on; what it queues from now on waits its whole time again. */
    public Run resume(RunId id) {
        var run = own(id);
        require(run, STANDING);
        renewHold(run);
        return move(run, STANDING, RunState.RUNNING);
    }

    /** Ends a run, or drops what was previewed; what is committed stays. */
    public Run cancel(RunId id) {
        var run = own(id);
        if (run.phase() == RunPhase.RECALL) {
            dispatches.sendNow(id); // what is not taken back stands, and its payer is to know
        }
        return move(run, CANCELLABLE, RunState.CANCELLED);
    }

    /** Tries the failed recipients again, and them alone. */
    public Run retry(RunId id) {
        var run = own(id);
        require(run, Set.of(RunState.DONE, RunState.RUNNING, RunState.PAUSED, RunState.FAILED));
        if (run.phase() != RunPhase.WORK || turns.waitAgain(id) == 0) {
            return run;
        }
        if (run.state() == RunState.DONE) {
            renewHold(run);
            return move(run, Set.of(RunState.DONE), RunState.RUNNING);
        }
        told(run, RunState.RUNNING);
        return seen(id);
    }

    /** Ends the hold: what the run has queued leaves at once, and what it will queue does not wait. */
    public Run sendNow(RunId id) {
        var run = own(id);
        if (run.phase() != RunPhase.WORK) {
            throw conflict(run);
        }
        runs.endHold(id);
        dispatches.sendNow(id);
        var before = run.stage().holdUntil().map(Object::toString).orElse("");
        var change = Change.of(Field.HOLD, before, clock.instant());
        trail.record(Deed.ofTenant(Act.RUN_SENT_NOW, id.value(), List.of(change)));
        return seen(id);
    }

    /** What is issued from now on bears today's day, as what it is counted from has not been sent before. */
    private void renewHold(Run run) {
        if (run.phase() != RunPhase.WORK) {
            return;
        }
        var today = businessDate.today();
        runs.begin(run.id(), new Run.Stage(run.state(), run.phase(), -1, newHold()), today);
        if (!today.equals(run.businessDate())) {
            var change = Change.of(Field.BUSINESS_DATE, run.businessDate(), today);
            trail.record(Deed.ofTenant(Act.RUN_STEERED, run.id().value(), List.of(change)));
        }
    }

    private Optional<Instant> newHold() {
        return Optional.of(settings.hold().until(clock.instant()));
    }

    private Run own(RunId id) {
        return runs.locked(id)
                .filter(run -> caller.may(Permission.RUN_WRITE, run.order().groupPath()))
                .orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
    }

    private Run seen(RunId id) {
        return runs.find(id).orElseThrow();
    }

    private Run move(Run run, Set<RunState> from, RunState to) {
        require(run, from);
        runs.move(run.id(), run.state(), to);
        told(run, to);
        return seen(run.id());
    }

    private static void require(Run run, Set<RunState> states) {
        if (!states.contains(run.state())) {
            throw conflict(run);
        }
    }

    private static RuleViolation conflict(Run run) {
        return RuleViolation.of(
                "run-state-conflict", Map.of("state", run.state().name()));
    }

    private void told(Run run, RunState to) {
        trail.record(
                Deed.ofTenant(Act.RUN_STEERED, run.id().value(), List.of(Change.of(Field.STATE, run.state(), to))));
    }
}
