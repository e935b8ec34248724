package se.aviso.app.plugin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import se.aviso.kernel.TenantId;
import se.aviso.plugin.Abandoned;
import se.aviso.plugin.Circuit;
import se.aviso.plugin.Circuit.Outcome;

/** What one plugin has been seen to do on this node, tenant by tenant, and how many calls of it are under way. */
final class PluginRecord {
    /** Calls at a time; what hangs keeps its place, so that a plugin can never take all threads. */
    private static final int AT_A_TIME = 8;

    /** Calls with settings that are tried have places of their own: what is tried keeps nobody from working. */
    private static final int ON_TRIAL = 4;

    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final Semaphore trials = new Semaphore(ON_TRIAL);
    private final CallCounts all = new CallCounts();
    private final Map<Optional<TenantId>, TenantRecord> tenants = new HashMap<>();
    private Abandoned abandoned = Abandoned.NONE;
    private Optional<Instant> offForAllSince = Optional.empty();

    PluginRecord(Clock clock) {
        this.clock = clock;
    }

    /** A turn, where there is a place at once or within that time. */
    Optional<PluginTurn> enter(Optional<TenantId> tenant, boolean onTrial, Duration patience)
            throws InterruptedException {
        var until = System.nanoTime() + patience.toNanos();
        var own = of(tenant).places(onTrial);
        if (!own.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        var entered = false;
        try {
            entered = places(onTrial).tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } finally {
            if (!entered) {
                own.release();
            }
        }
        return entered ? Optional.of(new PluginTurn(tenant, onTrial)) : Optional.empty();
    }

    /** Whether a call may be made; settings are tried whatever came of others. */
    synchronized Circuit.State state(Optional<TenantId> tenant, boolean onTrial, Instant now) {
        if (abandoned.reaches(Abandoned.OF_ALL)) {
            return Circuit.State.OFF;
        }
        return onTrial ? Circuit.State.CALLED : of(tenant).state(now);
    }

    /** The same at the moment when it is made: of those that try a plugin after its rest one is let through. */
    synchronized Circuit.State begin(PluginTurn turn, Instant now) {
        var state = state(turn.tenant(), turn.isOnTrial(), now);
        if (state == Circuit.State.TRIED) {
            turn.firstAfterRest(true);
            of(turn.tenant()).tried();
        }
        return state;
    }

    synchronized void ended(PluginTurn turn, Outcome outcome, Instant now, long took) {
        all.add(outcome, now, took);
        of(turn.tenant()).ended(turn, outcome, now, took);
        turn.firstAfterRest(false);
    }

    /** Nothing is known of the plugin from it: whether it was not made, or what came of it has been told. */
    synchronized void settle(PluginTurn turn) {
        if (turn.isFirstAfterRest()) {
            turn.firstAfterRest(false);
            of(turn.tenant()).notTried();
        }
    }

    /** Nobody waits any more for a call that was made. */
    synchronized void abandon(PluginTurn turn) {
        if (turn.abandon() && !turn.isOnTrial()) {
            abandoned(abandoned.more());
            of(turn.tenant()).abandoned(clock.instant());
        }
    }

    /** Its thread has ended, or took it never. */
    synchronized void leave(PluginTurn turn) {
        if (turn.end() && !turn.isOnTrial()) {
            abandoned(abandoned.less());
            of(turn.tenant()).cameBack(clock.instant());
        }
        places(turn.isOnTrial()).release();
        of(turn.tenant()).places(turn.isOnTrial()).release();
    }

    synchronized void again() {
        abandoned(abandoned.pardon());
        var now = clock.instant();
        tenants.values().forEach(tenant -> tenant.again(now));
    }

    private void abandoned(Abandoned changed) {
        abandoned = changed;
        var off = abandoned.reaches(Abandoned.OF_ALL);
        if (off != offForAllSince.isPresent()) {
            offForAllSince = off ? Optional.of(clock.instant()) : Optional.empty();
        }
    }

    synchronized PluginHealth health(Optional<TenantId> tenant, Instant now) {
        return new PluginHealth(
                state(tenant, false, now),
                abandoned.reaches(Abandoned.OF_ALL),
                AT_A_TIME - places.availablePermits() + ON_TRIAL - trials.availablePermits(),
                abandoned.hanging(),
                all.figures(),
                of(tenant).figures());
    }

    /** Tenant by tenant, for those who run the installation. */
    synchronized List<PluginHealth.OfTenant> tenants(Instant now) {
        return tenants.entrySet().stream()
                .flatMap(entry -> entry.getKey().stream()
                        .map(tenant -> offForAll(entry.getValue().health(tenant.value(), now))))
                .toList();
    }

    /** What is off for everybody is off for each. */
    private PluginHealth.OfTenant offForAll(PluginHealth.OfTenant own) {
        return offForAllSince
                .map(since -> new PluginHealth.OfTenant(
                        own.tenantId(), Circuit.State.OFF, since, Optional.empty(), own.figures()))
                .orElse(own);
    }

    private Semaphore places(boolean onTrial) {
        return onTrial ? trials : places;
    }

    private synchronized TenantRecord of(Optional<TenantId> tenant) {
        return tenants.computeIfAbsent(tenant, id -> new TenantRecord(clock.instant()));
    }
}
