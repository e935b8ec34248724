package se.aviso.app.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import se.aviso.app.dispatch.Outcome.Charge;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.dispatch.Backoff;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.Money;
import se.aviso.spi.dispatch.Receipt;

/** What becomes of the dispatches of a chunk: of what their channel says of them, or of its silence. */
final class Outcomes {
    /** Until a plugin that was not called is asked again; somewhat longer for some, so that not all come at once. */
    static final Duration REST = Duration.ofMinutes(1);

    /** Until it is looked whether there is money again. */
    static final Duration POOR = Duration.ofMinutes(10);

    private final Map<UUID, Integer> made = new HashMap<>();
    private final Map<UUID, Integer> forgiven = new HashMap<>();
    private final Clock clock;
    private final DoubleSupplier chance;
    private final String batch;

    private Outcomes(List<Dispatch> dispatches, Clock clock, DoubleSupplier chance, String batch) {
        dispatches.forEach(dispatch -> {
            made.put(dispatch.id(), dispatch.attempts());
            forgiven.put(dispatch.id(), dispatch.forgiven());
        });
        this.clock = clock;
        this.chance = chance;
        this.batch = batch;
    }

    /**
     * Of dispatches each of which goes its own way.
     *
     * @param chance from 0 to below 1, drawn anew each time
     */
    static Outcomes each(List<Dispatch> dispatches, Clock clock, DoubleSupplier chance) {
        return new Outcomes(dispatches, clock, chance, "");
    }

    /**
     * Of dispatches that go as one file: those that wait on do so equally long, and are marked as one batch, so that
     * they are the same file when it is tried again.
     */
    static Outcomes asOne(List<Dispatch> dispatches, Clock clock, double chance) {
        var first = dispatches.stream()
                .map(Dispatch::id)
                .min(Comparator.naturalOrder())
                .map(UUID::toString)
                .orElse("");
        return new Outcomes(dispatches, clock, () -> chance, DispatchStore.BATCH + first);
    }

    /** Of one without a document. */
    Outcome unwritten(UUID id, String reason) {
        return new Outcome(id, DispatchState.FAILED, "", reason, clock.instant(), made(id), true, Charge.NONE);
    }

    /** Of one that was not marked as handed over: it waits on. */
    Outcome waits(UUID id, String reason, Duration rest) {
        var again = clock.instant().plus(rest).plus(jitter(rest));
        return new Outcome(id, DispatchState.QUEUED, batch, reason, again, made(id), true, Charge.NONE);
    }

    /**
     * Of one that was marked as handed over, and whose plugin has given no answer: a plugin that was called may have
     * sent it; one that was not called has not, and it waits on as before.
     */
    Outcome silent(UUID id, PluginFailure.Kind kind, Money cost) {
        var reason = "plugin: " + kind;
        if (kind.wasAsked()) {
            var charge = Charge.of(cost);
            return new Outcome(id, DispatchState.UNKNOWN, "", reason, clock.instant(), 1 + made(id), true, charge);
        }
        return back(id, reason, cost);
    }

    /**
     * Of one that was marked as handed over and has surely not left the house: it waits on, and the try is uncounted.
     */
    Outcome back(UUID id, String reason, Money cost) {
        var again = clock.instant().plus(REST).plus(jitter(REST));
        return new Outcome(id, DispatchState.QUEUED, batch, reason, again, 1 + made(id), false, Charge.back(cost));
    }

    /** @param cost that was noted of it when it was handed over */
    Outcome of(Receipt receipt, Money cost) {
        var now = clock.instant();
        var id = receipt.messageId();
        var attempt = 1 + made(id);
        if (receipt instanceof Receipt.Accepted accepted) {
            var charge = new Charge(cost, accepted.price().orElse(cost));
            return new Outcome(id, DispatchState.SENT, accepted.providerReference(), "", now, attempt, true, charge);
        }
        if (receipt instanceof Receipt.Refused refused) {
            return new Outcome(id, DispatchState.FAILED, "", refused.reason(), now, attempt, true, Charge.back(cost));
        }
        if (receipt instanceof Receipt.Deferred deferred) {
            return deferred(deferred, attempt, Charge.back(cost));
        }
        var reason = ((Receipt.Unknown) receipt).reason();
        return new Outcome(id, DispatchState.UNKNOWN, "", reason, now, attempt, true, Charge.of(cost));
    }

    /**
     * It waits for its next try; the last one ends now, so that another channel need not wait for what never comes. One
     * that its provider took no look at is given back as if it had not been taken.
     */
    private Outcome deferred(Receipt.Deferred deferred, int attempt, Charge charge) {
        var now = clock.instant();
        var id = deferred.messageId();
        if (deferred.closed()) {
            var place = Outcome.ITS_PLACE;
            return new Outcome(id, DispatchState.QUEUED, batch, deferred.reason(), place, attempt, false, charge);
        }
        var tries = attempt - Objects.requireNonNull(forgiven.get(id));
        if (Backoff.OF_DISPATCHES.isOver(tries)) {
            return new Outcome(id, DispatchState.FAILED, "", deferred.reason(), now, attempt, true, charge);
        }
        var again = now.plus(Backoff.OF_DISPATCHES.after(tries, chance.getAsDouble()));
        return new Outcome(id, DispatchState.QUEUED, batch, deferred.reason(), again, attempt, true, charge);
    }

    private Duration jitter(Duration rest) {
        return Duration.ofMillis(Math.round(rest.toMillis() * chance.getAsDouble()));
    }

    private int made(UUID id) {
        return Objects.requireNonNull(made.get(id));
    }
}
