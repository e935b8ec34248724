package se.aviso.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * How much of a pace is left: a bucket that fills steadily, holds one minute's worth, and is taken from.
 *
 * @param thousandths so many thousandths of a message may leave now
 * @param at when that was so
 */
public record Bucket(long thousandths, Instant at) {
    private static final long WHOLE = 1_000;
    private static final long MILLIS_OF_MINUTE = Duration.ofMinutes(1).toMillis();

    /** A full one. */
    public static Bucket full(int perMinute, Instant now) {
        return new Bucket(perMinute * WHOLE, now);
    }

    /** The same a while later; never more than a minute's worth. */
    public Bucket filled(int perMinute, Instant now) {
        var millis = Math.min(Math.max(Duration.between(at, now).toMillis(), 0), MILLIS_OF_MINUTE);
        var more = millis * perMinute * WHOLE / MILLIS_OF_MINUTE;
        return new Bucket(Math.min(thousandths + more, perMinute * WHOLE), more == 0 ? at : now);
    }

    /** How many of so many may leave. */
    public int lets(int wanted) {
        return (int) Math.max(0, Math.min(wanted, thousandths / WHOLE));
    }

    /** The same without so many. */
    public Bucket without(int taken) {
        return new Bucket(thousandths - taken * WHOLE, at);
    }
}
