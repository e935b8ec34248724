package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import se.aviso.app.channel.Ways;
import se.aviso.app.dispatch.CallBackDispatches;
import se.aviso.app.dispatch.CollectNotices;
import se.aviso.app.dispatch.FollowDispatches;
import se.aviso.app.dispatch.HearNotices;
import se.aviso.app.dispatch.SendDispatches;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Channel;
import se.aviso.spi.dispatch.Delivery;

/** Empties the outboxes; several workers at once take different dispatches. */
@ApplicationScoped
public class DispatchWork {
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(60);

    private static final System.Logger LOG = System.getLogger(DispatchWork.class.getName());
    private static final Duration LONGEST_CHUNK = Duration.ofSeconds(45);
    private static final int WORKERS = 8;

    /** So many chunks of each of its channels a tenant sends before the next one's turn. */
    private static final int SHARE = 5;

    private final Semaphore atHand = new Semaphore(WORKERS);
    private volatile boolean stopping;

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
     * Round by round, and in each every tenant has its share, also one for whom nothing waited in the round before:
     * nobody waits until all of another's have left. Whoever comes first in a round may take all that a provider takes
     * now, so that is somebody else each time.
     */
    void doAll() {
        var more = new AtomicBoolean();
        do {
            more.set(false);
            tenants.workInAnyOrder("dispatches", tenant -> {
                if (sendShare()) {
                    more.set(true);
                }
            });
        } while (more.get() && !stopping);
    }

    /** True when there may be more. */
    private boolean sendShare() {
        var more = true;
        for (var chunk = 0; more && chunk < SHARE; chunk++) {
            more = sendSome();
        }
        return more;
    }

    private boolean sendSome() {
        if (stopping || !atHand.tryAcquire()) {
            return false;
        }
        try {
            return send.sendSome() && !stopping;
        } finally {
            atHand.release();
        }
    }

    /** Goes on by the next channel where one has failed. */
    void follow() {
        tenants.work("dispatch following", tenant -> {
            while (!stopping && follow.followSome()) {
                Thread.onSpinWait();
            }
        });
    }

    /** Calls back what is not to be delivered any more. */
    void callBack() {
        tenants.work("dispatches called back", tenant -> {
            while (!stopping && callBack.callBackSome()) {
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
        stopping = true;
        try {
            if (!atHand.tryAcquire(WORKERS, LONGEST_CHUNK.toSeconds(), TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "a channel did not answer before the house closed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void recover() {
        tenants.work("dispatch recovery", tenant -> send.recover(LEFT_BEHIND));
    }
}
