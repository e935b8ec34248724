package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.RuleViolation;

/** Queues once more, as the same dispatch with its attempts counted on, what did not arrive or may not have. */
@ApplicationScoped
@Transactional
public class ResendDispatch {
    private static final System.Logger LOG = System.getLogger(ResendDispatch.class.getName());

    @Inject
    FindDispatches dispatches;

    @Inject
    DispatchStore outbox;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** The dispatch, if the caller may send it again when its state allows it. */
    public Optional<FindDispatches.Listed> find(UUID id) {
        return dispatches.one(id, caller.pathsFor(Permission.RUN_WRITE));
    }

    /** Queues it; one that waits already, is under way or was sent is refused. */
    public FindDispatches.Seen resend(UUID id) {
        var former = see(id).state();
        if (!former.maySendAgain() || !outbox.queueAgain(id, former)) {
            throw RuleViolation.of("dispatch-state-conflict", Map.of("state", former.name()));
        }
        trail.record(
                Deed.ofTenant(Act.DISPATCH_RESENT, id, List.of(Change.of(Field.STATE, former, DispatchState.QUEUED))));
        LOG.log(System.Logger.Level.INFO, "dispatch {0}, which was {1}, is sent again", id, former);
        return see(id);
    }

    private FindDispatches.Seen see(UUID id) {
        return find(id).map(FindDispatches.Listed::seen).orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
    }
}
