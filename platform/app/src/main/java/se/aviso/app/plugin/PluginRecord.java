package se.aviso.app.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import se.aviso.kernel.TenantId;
import se.aviso.plugin.Circuit;

/** What one plugin has been seen to do on this node, and how many calls of it are under way. */
final class PluginRecord {
    /** Calls at a time; what hangs keeps its place, so that a plugin can never take all threads. */
    private static final int AT_A_TIME = 8;

    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final Counts all = new Counts();
    private final Map<TenantId, Counts> byTenant = new HashMap<>();
    private Circuit circuit = Circuit.NEW;

    /** True when there is a place, at once or within that time. */
    boolean enter(Duration patience) throws InterruptedException {
        return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void leave() {
        places.release();
    }

    synchronized Circuit.State state(Instant now) {
        return circuit.state(now);
    }

    synchronized void answered(Optional<TenantId> tenant, long millis) {
        circuit = circuit.answered();
        all.add(millis);
        tenant.ifPresent(of -> counts(of).add(millis));
    }

    synchronized void failed(Optional<TenantId> tenant, Instant now, long millis) {
        circuit = circuit.failed(now);
        all.addFailure(now, millis);
        tenant.ifPresent(of -> counts(of).addFailure(now, millis));
    }

    synchronized void hung(Optional<TenantId> tenant, Instant now, long millis) {
        circuit = circuit.hung(now);
        all.addHanging(now, millis);
        tenant.ifPresent(of -> counts(of).addHanging(now, millis));
    }

    synchronized void again() {
        circuit = Circuit.NEW;
    }

    synchronized PluginHealth health(Optional<TenantId> tenant, Instant now) {
        var mine = tenant.map(byTenant::get).map(Counts::figures).orElse(PluginHealth.Figures.NONE);
        return new PluginHealth(circuit.state(now), AT_A_TIME - places.availablePermits(), all.figures(), mine);
    }

    private Counts counts(TenantId tenant) {
        return byTenant.computeIfAbsent(tenant, of -> new Counts());
    }

    /** Sums that are only read together. */
    private static final class Counts {
        private long calls;
        private long failed;
        private long hung;
        private long millis;
        private long longest;
        private Optional<Instant> lastFailure = Optional.empty();

        void add(long took) {
            calls++;
            millis += took;
            longest = Math.max(longest, took);
        }

        void addFailure(Instant now, long took) {
            add(took);
            failed++;
            lastFailure = Optional.of(now);
        }

        void addHanging(Instant now, long took) {
            calls++;
            hung++;
            longest = Math.max(longest, took);
            lastFailure = Optional.of(now);
        }

        PluginHealth.Figures figures() {
            var cameBack = calls - hung;
            return new PluginHealth.Figures(
                    calls, failed, hung, cameBack == 0 ? 0 : millis / cameBack, longest, lastFailure);
        }
    }
}
