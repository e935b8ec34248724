package se.aviso.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What calls into a plugin have come to, and whether it is called again. It is rested after a row of failures, and
 * tried once when the rest is over. One that does not come back is worse than one that fails, for its thread is lost:
 * after a few such calls it is called no more until an operator lets it.
 *
 * @param failures in a row; a call that did not come back is one
 * @param hanging calls that did not come back, since the beginning
 * @param restsUntil no call before; none where it does not rest
 */
public record Circuit(int failures, int hanging, Optional<Instant> restsUntil) {
    /** Of a plugin that has not been called yet. */
    public static final Circuit NEW = new Circuit(0, 0, Optional.empty());

    /** So many failures in a row, and it rests. */
    public static final int FAILURES = 5;

    /** So many calls that do not come back, and it is off. */
    public static final int HANGING = 3;

    /** How long it rests. */
    public static final Duration REST = Duration.ofMinutes(1);

    /** Whether it is called. */
    public enum State {
        CALLED,
        /** It is tried again when the rest is over. */
        RESTING,
        /** An operator alone lets it be called again. */
        OFF
    }

    /** What holds at the moment. */
    public State state(Instant now) {
        if (hanging >= HANGING) {
            return State.OFF;
        }
        return restsUntil.filter(now::isBefore).isPresent() ? State.RESTING : State.CALLED;
    }

    /** It answered. */
    public Circuit answered() {
        return new Circuit(0, hanging, Optional.empty());
    }

    /** It failed. */
    public Circuit failed(Instant now) {
        var row = failures + 1;
        return new Circuit(row, hanging, row >= FAILURES ? Optional.of(now.plus(REST)) : Optional.empty());
    }

    /** It did not come back in its time. */
    public Circuit hung(Instant now) {
        var failed = failed(now);
        return new Circuit(failed.failures, hanging + 1, failed.restsUntil);
    }
}
