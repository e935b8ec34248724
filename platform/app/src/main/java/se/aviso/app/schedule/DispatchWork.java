package se.aviso.app.schedule;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import se.aviso.app.channel.Ways;
import se.aviso.app.dispatch.CallBackDispatches;
import se.aviso.app.dispatch.CollectNotices;
import se.aviso.app.dispatch.FollowDispatches;
import se.aviso.app.dispatch.HearNotices;
import se.aviso.app.dispatch.SendDispatches;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.TenantId;
import se.aviso.spi.dispatch.Delivery;

/** Empties the outboxes; several workers at once take different dispatches. */
@ApplicationScoped
public class DispatchWork {
    private static final System.Logger LOG = System.getLogger(DispatchWork.class.getName());
    private static final Duration LONGEST_CHUNK = Duration.ofSeconds(45);

    /** So many chunks a worker sends before another's turn. */
    private static final int SHARE = 5;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedExecutorService threads;

    private final Lanes lanes = new Lanes(task -> threads.execute(task));

    @Inject
    EachTenant tenants;

    @Inject
    FollowDispatches follow;

    @Inject
    CallBackDispatches callBack;

    @Inject
    CollectNotices collect;

    @Inject
    HearNotices hear;

    @Inject
    Ways ways;

    @Inject
    SendDispatches send;

    /**
     * Begins with what waits, each channel of each tenant for itself: nobody waits for another's provider, nor until
     * all of another's have left. Whoever comes first may take all that a provider takes now, so that is somebody else
     * each time.
     */
    void doAll() {
        tenants.workInAnyOrder("dispatches", tenant -> send.waiting().forEach(channel -> begin(tenant.id(), channel)));
    }

    private void begin(TenantId tenant, Channel channel) {
        Supplier<Boolean> share = () -> sendShare(channel);
        lanes.begin(new Lanes.Lane(tenant, channel), () -> Tenancy.within(tenant, share));
    }

    /** True when there may be more. */
    private boolean sendShare(Channel channel) {
        var more = true;
        for (var chunk = 0; more && chunk < SHARE; chunk++) {
            more = !lanes.isClosed() && send.sendSome(channel);
        }
        return more;
    }

    /** Goes on by the next channel where one has failed. */
    void follow() {
        tenants.work("dispatch following", tenant -> {
            while (!lanes.isClosed() && follow.followSome()) {
                Thread.onSpinWait();
            }
        });
    }

    /** Calls back what is not to be delivered any more. */
    void callBack() {
        tenants.work("dispatches called back", tenant -> {
            while (!lanes.isClosed() && callBack.callBackSome()) {
                Thread.onSpinWait();
            }
        });
    }

    /** Fetches receipts: each tenant's own, and what comes back of the installation's mails. */
    void collect() {
        tenants.work("delivery notices", tenant -> collect.ofTenant());
        tenants.first()
                .ifPresent(any -> Tenancy.within(
                        any,
                        () -> ways.toHear(Channel.EMAIL).ifPresent(way -> collect.ofInstallation(way, this::heard))));
    }

    /** A report names a dispatch by its id, which is one tenant's. */
    private HearNotices.Heard heard(List<Delivery> told) {
        var answers = new CopyOnWriteArrayList<HearNotices.Heard>();
        var whole = tenants.work("bounces of mails", tenant -> answers.add(hear.hear(Channel.EMAIL, told)));
        var known = answers.stream().reduce(HearNotices.Heard.NOTHING, HearNotices.Heard::and);
        return whole ? known : known.inPart();
    }

    /**
     * Lets no further chunk begin, and waits for those at hand: what is handed over is noted before the house closes.
     */
    void drain() {
        try {
            if (!lanes.close(LONGEST_CHUNK)) {
                LOG.log(System.Logger.Level.WARNING, "a channel did not answer before the house closed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void recover() {
        tenants.work("dispatch recovery", tenant -> send.recover());
    }
}
