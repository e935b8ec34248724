package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.dispatch.Channel;

/** Queues once more what failed by a channel and nothing has followed on: after a provider's bad day, or all. */
@ApplicationScoped
@Transactional
public class ReplayDispatches {
    private static final System.Logger LOG = System.getLogger(ReplayDispatches.class.getName());
    private static final int FORBIDDEN = 403;

    /** No more are queued at once; a second call takes the rest. */
    private static final int MOST = 10_000;

    /** Days and channels that are shown; a second look shows older ones when these are sent. */
    private static final int SHOWN = 60;

    @Inject
    DeadLetterStore dead;

    @Inject
    TenantStore tenants;

    @Inject
    HoldStore holds;

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

    /** What waits for it, by the day in the tenant's zone on which it failed, and by channel; the newest days first. */
    public List<DeadLetterStore.Failed> waiting() {
        return dead.byDay(tenants.of(Tenancy.required()).zone(), SHOWN);
    }

    /**
     * Queues them; only who works for the whole tree may.
     *
     * @param day when they failed, in the tenant's zone; empty for all
     */
    public Replayed replay(Channel channel, Optional<LocalDate> day) {
        if (!caller.may(Permission.RUN_WRITE, Grant.WHOLE_TREE)) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        var zone = tenants.of(Tenancy.required()).zone();
        var meant = new DeadLetterStore.Meant(
                channel,
                day.map(each -> each.atStartOfDay(zone).toInstant()),
                day.map(each -> each.plusDays(1).atStartOfDay(zone).toInstant()));
        var queued = dead.replay(meant, MOST);
        holds.lift(channel);
        trail.record(Deed.ofTenant(Act.DISPATCHES_REPLAYED, Tenancy.required().value(), changes(channel, day, queued)));
        LOG.log(System.Logger.Level.INFO, "{0} dispatches by {1} are queued again", queued, channel);
        return new Replayed(channel, queued);
    }

    private static List<Change> changes(Channel channel, Optional<LocalDate> day, int queued) {
        var changes = new ArrayList<Change>();
        changes.add(Change.to(Field.CHANNEL, channel));
        day.ifPresent(each -> changes.add(Change.to(Field.FROM, each)));
        changes.add(Change.to(Field.COUNT, queued));
        return changes;
    }
}
