package se.aviso.plugin;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that somebody waits for plugins, however many calls are made meanwhile: all of them together end with it.
 *
 * @param end when it is over
 */
public record WaitingTime(Instant end) {
    /** What a person waits for plugins in all. */
    public static final Duration WHOLE = Duration.ofSeconds(30);

    /** Less is too little for a call: one that is cut off looks as if it hung. */
    private static final Duration LEAST = Duration.ofSeconds(10);

    /** The time of somebody who begins to wait. */
    public static WaitingTime from(Instant now) {
        return new WaitingTime(now.plus(WHOLE));
    }

    /** How long a call may take that might take so long; nothing when the time is over. */
    public Duration limit(Instant now, Duration wanted) {
        return within(Duration.between(now, end), wanted);
    }

    /** How long a call may wait for its place that might wait so long: time for the call itself is left. */
    public Duration patience(Instant now, Duration wanted) {
        return within(Duration.between(now, end).minus(LEAST), wanted);
    }

    /** True while one more call can be begun of work that can end after each. */
    public boolean isEnoughForMore(Instant now) {
        return Duration.between(now, end).compareTo(LEAST) >= 0;
    }

    private static Duration within(Duration left, Duration wanted) {
        var most = left.isNegative() ? Duration.ZERO : left;
        return wanted.compareTo(most) < 0 ? wanted : most;
    }
}
