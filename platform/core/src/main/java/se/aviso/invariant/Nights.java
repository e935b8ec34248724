package se.aviso.invariant;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** When the books are examined: once a night, after two o'clock where the tenant is; a night that was missed, later. */
public final class Nights {
    private static final LocalTime BEGIN = LocalTime.of(2, 0);

    private Nights() {}

    /** When the night began that is, or was the last, at that time. */
    public static Instant begin(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var tonight = local.toLocalDate().atTime(BEGIN).atZone(zone);
        return (tonight.isAfter(local)
                        ? local.toLocalDate().minusDays(1).atTime(BEGIN).atZone(zone)
                        : tonight)
                .toInstant();
    }
}
