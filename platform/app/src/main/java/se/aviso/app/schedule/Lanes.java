package se.aviso.app.schedule;

import java.time.Duration;
import java.util.Arrays;
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
 * The workers of this node that send. Each channel has some of its own, and of those a tenant has a few at most: whose
 * provider is slow holds up neither other channels nor other tenants. They take turns, a share each.
 */
final class Lanes {
    /** Workers of one tenant's channel. */
    static final int OF_TENANT = 2;

    /** Workers of a channel that send at once. */
    static final int OF_CHANNEL = 6;

    /** Those that send or wait for their turn, of all channels. */
    private static final int MOST = 100;

    private static final System.Logger LOG = System.getLogger(Lanes.class.getName());

    private final Executor threads;
    private final Map<Lane, Integer> workers = new ConcurrentHashMap<>();
    private final Map<Channel, Semaphore> places = new EnumMap<>(Channel.class);
    private final Semaphore room = new Semaphore(MOST);
    private volatile boolean closed;

    /** What a worker sends. */
    record Lane(TenantId tenant, Channel channel) {}

    Lanes(Executor threads) {
        this.threads = threads;
        Arrays.stream(Channel.values()).forEach(channel -> places.put(channel, new Semaphore(OF_CHANNEL, true)));
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
        if (!room.tryAcquire()) {
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
        room.release();
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
