package se.aviso.dispatch;

import java.time.Duration;
import java.time.Instant;

/** How long a worker has a dispatch to itself without saying again that it lives. */
public final class Lease {
    /** Without news for so long its worker is dead. */
    public static final Duration LENGTH = Duration.ofSeconds(60);

    /** As often a living worker says so: two of its words may be lost. */
    public static final Duration RENEWAL = LENGTH.dividedBy(4);

    private Lease() {}

    /** When one ends that is given, or renewed, now. */
    public static Instant from(Instant now) {
        return now.plus(LENGTH);
    }
}
