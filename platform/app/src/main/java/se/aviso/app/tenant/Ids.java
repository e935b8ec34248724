package se.aviso.app.tenant;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Where ids come from: UUIDv7, made before the insert, in order within a node. */
public final class Ids {
    private Ids() {}

    /** The next id. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** When an id was made: it begins with the milliseconds. */
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
