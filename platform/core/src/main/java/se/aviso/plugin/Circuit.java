package se.aviso.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant's calls into a plugin have come to, and whether it is called again: a circuit breaker. Where many of
 * the last calls fail it rests; when the rest is over one call is let through. If that is answered all are, if not it
 * rests for twice as long.
 *
 * @param last the newest calls, the oldest first
 * @param rests how many there were in a row
 * @param restsUntil no call before; none where it does not rest
 * @param beingTried the one call after the rest is under way
 */
public record Circuit(List<Call> last, int rests, Optional<Instant> restsUntil, boolean beingTried) {
    /** Of a plugin that has not been called yet. */
    public static final Circuit NEW = new Circuit(List.of(), 0, Optional.empty(), false);

    /** So many calls are looked at. */
    public static final int LOOKED_AT = 10;

    /** None older than that is looked at. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    /** So many failures among those that are looked at, and it rests. */
    public static final int FAILURES = 5;

    /** So many that did not come back among them, and it rests: each has cost a thread. */
    public static final int HANGING = 3;

    /** How long it rests for the first time. */
    public static final Duration REST = Duration.ofMinutes(1);

    /** How long it rests at the most. */
    public static final Duration LONGEST_REST = Duration.ofHours(1);

    private static final int DOUBLINGS = 6;

    public Circuit {
        last = List.copyOf(last);
    }

    /** What came of a call. */
    public enum Outcome {
        ANSWERED,
        /** It threw something, or what it answered is no answer to what was asked. */
        FAILED,
        /** It did not come back in its time. */
        HUNG
    }

    /** A call and what came of it. */
    public record Call(Instant at, Outcome outcome) {}

    /** Whether it is called. */
    public enum State {
        CALLED,
        /** The rest is over: one call is let through. */
        TRIED,
        /** It is tried again when the rest is over. */
        RESTING,
        /** Too many of its calls hang still: none is made until they end, or an operator lets it be called again. */
        OFF
    }

    /** What holds at the moment. */
    public State state(Instant now) {
        if (restsUntil.isEmpty()) {
            return State.CALLED;
        }
        return beingTried || now.isBefore(restsUntil.get()) ? State.RESTING : State.TRIED;
    }

    /** The one call after the rest is made; no other is before it has ended. */
    public Circuit tried() {
        return new Circuit(last, rests, restsUntil, true);
    }

    /** The one call after the rest was not made after all; another may be. */
    public Circuit notTried() {
        return new Circuit(last, rests, restsUntil, false);
    }

    /** The one call after the rest has ended. */
    public Circuit triedWith(Outcome outcome, Instant now) {
        return outcome == Outcome.ANSWERED ? NEW : resting(now);
    }

    /** A call has ended; one that was made before the rest says nothing new. */
    public Circuit with(Outcome outcome, Instant now) {
        if (restsUntil.isPresent()) {
            return this;
        }
        var looked = new ArrayList<>(last);
        looked.add(new Call(now, outcome));
        looked.removeIf(call -> call.at().isBefore(now.minus(WINDOW)));
        var newest = new Circuit(
                looked.subList(Math.max(0, looked.size() - LOOKED_AT), looked.size()), rests, restsUntil, beingTried);
        return newest.isBroken() ? newest.resting(now) : newest;
    }

    private boolean isBroken() {
        var hung = last.stream().filter(call -> call.outcome() == Outcome.HUNG).count();
        var answered =
                last.stream().filter(call -> call.outcome() == Outcome.ANSWERED).count();
        return hung >= HANGING || last.size() - answered >= FAILURES;
    }

    private Circuit resting(Instant now) {
        return new Circuit(List.of(), rests + 1, Optional.of(now.plus(rest())), false);
    }

    private Duration rest() {
        var doubled = REST.multipliedBy(1L << Math.min(rests, DOUBLINGS));
        return doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
    }
}
