package se.aviso.app.pickup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.pickup.Cadence;
import se.aviso.pickup.Expectation;

/**
 * Where bank files come from, and how it went last.
 *
 * @param cadence when a server is looked at; of the others nothing is said
 */
public record BankSource(
        UUID id,
        SourceKind kind,
        String name,
        Optional<Cadence> cadence,
        Look look,
        Optional<Last> lastFile,
        Expected expected,
        List<Alarm> alarms,
        long version) {
    /** What operators hand in by themselves. */
    public static final UUID UPLOAD = new UUID(0, 1);

    /** The watched folder. */
    public static final UUID FOLDER = new UUID(0, 2);

    public BankSource {
        alarms = List.copyOf(alarms);
    }

    /**
     * The latest look.
     *
     * @param at absent before the first
     * @param next absent where nobody will look by itself
     * @param found how many files lay there
     * @param failures how many looks have failed in a row
     */
    public record Look(
            Optional<Instant> at, Optional<Instant> next, int found, Optional<LookFailure> failure, int failures) {}

    /** The latest file that was new. */
    public record Last(String name, Instant at) {}

    /** Which files are waited for, and from when on. */
    public record Expected(Expectation expectation, Optional<Instant> since) {}

    /** What is wrong, and since when. */
    public record Alarm(AlarmKind kind, Instant since) {}
}
