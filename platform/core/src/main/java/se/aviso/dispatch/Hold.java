package se.aviso.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A channel that rests because its provider takes nothing now, or does not let us in: no fault of any message, so that
 * none is tried or given up for it. Not before it has lasted for days is what has waited as long given up.
 *
 * @param reason what the provider's plugin said last, one sentence without personal data
 * @param times in a row that it was so
 * @param since when it was so first
 * @param until nothing is handed over before
 */
public record Hold(String reason, int times, Instant since, Instant until) {
    /**
     * The hold after one more refusal; each rests longer than the one before.
     *
     * @param former where there is one
     * @param taken whether the provider took anything just before: then it begins anew
     * @param chance from 0 to below 1, drawn anew each time
     */
    public static Hold after(Optional<Hold> former, boolean taken, String reason, Instant now, double chance) {
        var going = former.filter(any -> !taken);
        var times = going.map(Hold::times).orElse(0) + 1;
        var rest = Backoff.OF_PROVIDERS.after(times, (1 + chance) / 2);
        return new Hold(reason, times, going.map(Hold::since).orElse(now), now.plus(rest));
    }

    /** True while nothing is handed over. */
    public boolean rests(Instant now) {
        return now.isBefore(until);
    }

    /** When something must have begun to wait to be given up now; nothing where the hold is younger than patience. */
    public Optional<Instant> givesUpBefore(Duration patience, Instant now) {
        var then = now.minus(patience);
        return since.isBefore(then) ? Optional.of(then) : Optional.empty();
    }
}
