package se.aviso.app.schedule;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.TenantId;

/**
 * The workers of this node that send. Each channel has some of its own, and of those a tenant has a few at most: one
 * slow channel holds up no other, and one tenant's slow provider no other tenants. They take turns, a share each; where
 * several tenants' providers hang at one time, the others of the channel wait until the hold of each has begun.
 */
final class Lanes {
    /** Workers of one tenant's channel. */
    static final int OF_TENANT = 2;

    /** Workers of a channel that send at once. */
    static final int OF_CHANNEL = 6;

    /** Workers of a channel that send or wait for their turn. */
    private static final int MOST = 40;

    private static final System.Logger LOG = System.getLogger(Lanes.class.getName());

    private final Executor threads;
    private final Map<Lane, Integer> workers = new ConcurrentHashMap<>();
    private final Map<Channel, Semaphore> places = new EnumMap<>(Channel.class);
    private final Map<Channel, Semaphore> rooms = new EnumMap<>(Channel.class);
    private volatile boolean closed;

    /** What a worker sends. */
    record Lane(TenantId tenant, Channel channel) {}

    Lanes(Executor threads) {
        this.threads = threads;
        for (var channel : Channel.values()) {
            places.put(channel, new Semaphore(OF_CHANNEL, true));
            rooms.put(channel, new Semaphore(MOST));
        }
    }

    /**
     * Begins with a worker where there are not enough already; who does not begin now is asked again soon.
     *
     * @param share sends some, and says whether there may be more
     */
    void begin(Lane lane, BooleanSupplier share) {
        if (closed || !enter(lane)) {
            return;
        }
        try {
            threads.execute(() -> work(lane, share));
        } catch (RejectedExecutionException full) {
            leave(lane);
            LOG.log(System.Logger.Level.WARNING, "no thread to send by " + lane.channel(), full);
        }
    }

    private boolean enter(Lane lane) {
        if (!room(lane).tryAcquire()) {
            return false;
        }
        if (workers.merge(lane, 1, Integer::sum) <= OF_TENANT) {
            return true;
        }
        leave(lane);
        return false;
    }

    private void leave(Lane lane) {
        workers.merge(lane, -1, Integer::sum);
        room(lane).release();
    }

    private Semaphore room(Lane lane) {
        return Objects.requireNonNull(rooms.get(lane.channel()));
    }

    private void work(Lane lane, BooleanSupplier share) {
        try {
            while (inTurn(lane, share)) {
                Thread.onSpinWait();
            }
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "sending by " + lane.channel() + " failed for " + lane.tenant(), failed);
        } finally {
            leave(lane);
        }
    }

    private boolean inTurn(Lane lane, BooleanSupplier share) {
        var place = places(lane.channel());
        try {
            place.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return !closed && share.getAsBoolean() && !closed;
        } finally {
            place.release();
        }
    }

    private Semaphore places(Channel channel) {
        return Objects.requireNonNull(places.get(channel));
    }

    /** True from when the house closes. */
    boolean isClosed() {
        return closed;
    }

    /** Lets nobody begin any more, and waits for those at hand; false when some did not end in time. */
    boolean close(Duration patience) throws InterruptedException {
        closed = true;
        var end = System.nanoTime() + patience.toNanos();
        for (var channel : Channel.values()) {
            if (!places(channel).tryAcquire(OF_CHANNEL, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }
}
