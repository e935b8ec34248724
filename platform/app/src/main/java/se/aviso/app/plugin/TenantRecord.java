package se.aviso.app.plugin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import se.aviso.plugin.Abandoned;
import se.aviso.plugin.Circuit;
import se.aviso.plugin.Circuit.Outcome;

/** What one tenant's calls of a plugin have come to on this node; guarded by the lock of the plugin's record. */
final class TenantRecord {
    /** Calls of one tenant at a time, fewer than turn the plugin off for all: no tenant can do that alone. */
    private static final int AT_A_TIME = Abandoned.OF_ALL - 1;

    private static final int ON_TRIAL = 2;

    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final Semaphore trials = new Semaphore(ON_TRIAL);
    private final CallCounts counts = new CallCounts();
    private Circuit circuit = Circuit.NEW;
    private Abandoned abandoned = Abandoned.NONE;
    private Circuit.State noted = Circuit.State.CALLED;
    private Instant since;

    TenantRecord(Instant now) {
        this.since = now;
    }

    Semaphore places(boolean onTrial) {
        return onTrial ? trials : places;
    }

    Circuit.State state(Instant now) {
        return abandoned.reaches(Abandoned.OF_A_TENANT) ? Circuit.State.OFF : circuit.state(now);
    }

    /** The one call after a rest begins. */
    void tried() {
        circuit = circuit.tried();
    }

    /** The one call after a rest was not made. */
    void notTried() {
        circuit = circuit.notTried();
    }

    /** What is tried counts and decides nothing: other settings are not those by which the tenant works. */
    void ended(PluginTurn turn, Outcome outcome, Instant now, long took) {
        counts.add(outcome, now, took);
        if (turn.isFirstAfterRest()) {
            circuit = circuit.triedWith(outcome, now);
        } else if (!turn.isOnTrial()) {
            circuit = circuit.with(outcome, now);
        }
        note(now);
    }

    void abandoned(Instant now) {
        abandoned = abandoned.more();
        note(now);
    }

    void cameBack(Instant now) {
        abandoned = abandoned.less();
        note(now);
    }

    void again(Instant now) {
        circuit = Circuit.NEW;
        abandoned = abandoned.pardon();
        note(now);
    }

    /** That a rest is over nothing tells but the time. */
    private void note(Instant now) {
        var state = state(now) == Circuit.State.TRIED ? Circuit.State.RESTING : state(now);
        if (state != noted) {
            noted = state;
            since = now;
        }
    }

    /** The state of the plugin for this tenant. */
    PluginHealth.OfTenant health(UUID tenant, Instant now) {
        var state = state(now);
        var restsUntil = state == Circuit.State.CALLED ? Optional.<Instant>empty() : circuit.restsUntil();
        var from = state == Circuit.State.TRIED ? restsUntil.orElse(since) : since;
        return new PluginHealth.OfTenant(tenant, state, from, restsUntil, counts.figures());
    }

    PluginHealth.Figures figures() {
        return counts.figures();
    }
}
