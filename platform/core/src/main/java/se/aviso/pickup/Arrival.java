package se.aviso.pickup;

import java.time.Duration;
import java.time.Instant;

/**
 * A file at a server as a look has found it.
 *
 * @param size bytes
 * @param modified when it was written last, in seconds, as the server says
 * @param seenAt since when it has looked like this
 */
public record Arrival(String name, long size, long modified, Instant seenAt) {
    /** The same file as an earlier look has found it, if it has not changed since. */
    public Arrival after(Arrival before) {
        return before.size == size && before.modified == modified ? before : this;
    }

    /** True when it has been left alone for so long, and by two looks at least. */
    public boolean isSettled(Instant now, Duration wait) {
        return now.isAfter(seenAt) && !seenAt.plus(wait).isAfter(now);
    }
}
