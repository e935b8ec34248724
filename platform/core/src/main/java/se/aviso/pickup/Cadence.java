package se.aviso.pickup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a source is looked at: every so many minutes, or at full hours of the day.
 *
 * @param everyMinutes 0 where hours are named
 */
public record Cadence(int everyMinutes, SortedSet<Integer> hours) {
    /** A day has so many minutes, and nobody looks more seldom. */
    public static final int LONGEST = 1440;

    private static final int HOURS = 24;
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);

    public Cadence {
        hours = new TreeSet<>(hours);
        if (everyMinutes < 0 || everyMinutes > LONGEST || (everyMinutes == 0) == hours.isEmpty()) {
            throw new IllegalArgumentException("either minutes or hours");
        }
        if (hours.stream().anyMatch(hour -> hour < 0 || hour >= HOURS)) {
            throw new IllegalArgumentException("no hour of the day: " + hours);
        }
    }

    /** Every so many minutes, 1 to 1 440. */
    public static Cadence every(int minutes) {
        return new Cadence(minutes, new TreeSet<>());
    }

    /** At those hours, 0 to 23, in the zone that is asked in. */
    public static Cadence at(Collection<Integer> hours) {
        return new Cadence(0, new TreeSet<>(hours));
    }

    /** The first look after a moment; an hour that the change to summer time leaves out comes an hour later. */
    public Instant next(Instant after, ZoneId zone) {
        if (everyMinutes > 0) {
            return after.plus(Duration.ofMinutes(everyMinutes));
        }
        var midnight = after.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        for (var day = 0; ; day++) {
            for (var hour : hours) {
                var look = midnight.toLocalDate()
                        .plusDays(day)
                        .atTime(hour, 0)
                        .atZone(zone)
                        .toInstant();
                if (look.isAfter(after)) {
                    return look;
                }
            }
        }
    }

    /**
     * The next look after one that failed: a minute, then twice as long each time up to about an hour, but never later
     * than the next look by plan.
     *
     * @param failures how many have failed in a row, this one included
     */
    public Instant retry(Instant after, int failures, ZoneId zone) {
        var wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS));
        var planned = next(after, zone);
        var again = after.plus(wait);
        return everyMinutes == 0 && again.isAfter(planned) ? planned : again;
    }
}
