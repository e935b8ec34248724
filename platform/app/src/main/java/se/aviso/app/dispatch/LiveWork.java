package se.aviso.app.dispatch;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Lease;
import se.aviso.kernel.TenantId;

/**
 * The chunks that workers of this node have in hand. While there are any, one thread says of all of them that their
 * workers live: a slow call is no dead one, and nobody sends again what it is sending.
 */
@ApplicationScoped
class LiveWork {
    private static final System.Logger LOG = System.getLogger(LiveWork.class.getName());

    @Inject
    Outbox outbox;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedExecutorService threads;

    private final Set<Chunk> chunks = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watched = new AtomicBoolean();

    /** What a worker has taken for a tenant. */
    record Chunk(TenantId tenant, List<UUID> ids) {}

    /** Begins with a chunk of the thread's tenant. */
    Chunk begin(List<Dispatch> taken) {
        var chunk =
                new Chunk(Tenancy.required(), taken.stream().map(Dispatch::id).toList());
        chunks.add(chunk);
        watch();
        return chunk;
    }

    /** What became of it is noted. */
    void end(Chunk chunk) {
        chunks.remove(chunk);
    }

    private void watch() {
        if (!watched.compareAndSet(false, true)) {
            return;
        }
        try {
            threads.execute(this::watching);
        } catch (RejectedExecutionException full) {
            watched.set(false);
            LOG.log(System.Logger.Level.WARNING, "no thread to renew leases of dispatches", full);
        }
    }

    private void watching() {
        var goOn = true;
        while (goOn && !chunks.isEmpty()) {
            goOn = pause();
            renewEach(chunks, this::renew);
        }
        watched.set(false);
        if (goOn && !chunks.isEmpty()) {
            watch(); // one that began after the last look
        }
    }

    /** False when the server closes. */
    private static boolean pause() {
        try {
            Thread.sleep(Lease.RENEWAL.toMillis());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What fails for one chunk keeps no other from being renewed. */
    static void renewEach(Set<Chunk> chunks, Consumer<Chunk> renewal) {
        for (var chunk : chunks) {
            try {
                renewal.accept(chunk);
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.WARNING, "a lease was not renewed", failed);
            }
        }
    }

    private void renew(Chunk chunk) {
        Tenancy.within(chunk.tenant(), () -> outbox.renew(chunk.ids()));
    }
}
