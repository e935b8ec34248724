package se.aviso.pickup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import se.aviso.invoice.BankDays;

/**
 * That a file comes on certain days before a time of day; one that has not come by then is missing until one comes.
 *
 * @param by the time of day at which one that has not come is missing
 */
public record Expectation(Days days, LocalTime by) {
    /** On which days a file comes; the order is the code in the database. */
    public enum Days {
        /** Nobody waits for one. */
        NEVER,
        /** On each day on which banks book. */
        BANK_DAYS,
        /** On each day of the week. */
        EVERY_DAY
    }

    /**
     * What is known of a source.
     *
     * @param since from when on files are expected
     * @param lastFile when the latest came
     * @param lastEnd when the file came that ended the latest alarm: it was the one of the day before, and late
     */
    public record Seen(Instant since, Optional<Instant> lastFile, Optional<Instant> lastEnd) {}

    /**
     * Since when a file is missing; nothing where none is. A file counts for the first day whose time is not over when
     * it comes, but for one that ends an alarm: that is the late one itself, and does not stand for the next.
     */
    public Optional<Instant> missingSince(Instant now, ZoneId zone, BankDays bankDays, Seen seen) {
        if (days == Days.NEVER) {
            return Optional.empty();
        }
        var today = now.atZone(zone).toLocalDate();
        var latest = at(today, zone).isAfter(now) ? dayBefore(today, bankDays) : onOrBefore(today, bankDays);
        var due = at(latest, zone);
        if (due.isBefore(seen.since())) {
            return Optional.empty();
        }
        var before = at(dayBefore(latest, bankDays), zone);
        var opened = seen.lastEnd().filter(end -> end.isAfter(before) && end.isBefore(due));
        var from = opened.orElse(before);
        return seen.lastFile().filter(file -> file.isAfter(from)).isPresent() ? Optional.empty() : Optional.of(due);
    }

    private Instant at(LocalDate day, ZoneId zone) {
        return day.atTime(by).atZone(zone).toInstant();
    }

    private LocalDate dayBefore(LocalDate day, BankDays bankDays) {
        return onOrBefore(day.minusDays(1), bankDays);
    }

    private LocalDate onOrBefore(LocalDate day, BankDays bankDays) {
        var found = day;
        while (days == Days.BANK_DAYS && !bankDays.isBankDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }
}
