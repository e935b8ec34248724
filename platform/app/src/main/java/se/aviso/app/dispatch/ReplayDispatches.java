package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.dispatch.Channel;

/** Queues once more all that failed by a channel and that nothing has followed on: after a provider's bad day. */
@ApplicationScoped
@Transactional
public class ReplayDispatches {
    private static final System.Logger LOG = System.getLogger(ReplayDispatches.class.getName());
    private static final int FORBIDDEN = 403;

    /** No more are queued at once; a second call takes the rest. */
    private static final int MOST = 10_000;

    @Inject
    DispatchStore dispatches;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * What was queued.
     *
     * @param queued how many
     */
    public record Replayed(Channel channel, int queued) {}

    /** How many wait for it. */
    public long waiting(Channel channel) {
        return dispatches.dead(channel);
    }

    /** Queues them; only who works for the whole tree may. */
    public Replayed replay(Channel channel) {
        if (!caller.may(Permission.RUN_WRITE, Grant.WHOLE_TREE)) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        var queued = dispatches.replay(channel, MOST);
        trail.record(Deed.ofTenant(
                Act.DISPATCHES_REPLAYED,
                Tenancy.required().value(),
                List.of(Change.to(Field.CHANNEL, channel), Change.to(Field.COUNT, queued))));
        LOG.log(System.Logger.Level.INFO, "{0} dispatches by {1} are queued again", queued, channel);
        return new Replayed(channel, queued);
    }
}
