package se.aviso.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What holds of links by which a member logs in once. */
public final class LogInLinks {
    /** Long enough for a mail to arrive and be read, short enough for a lost one to be worthless. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    /** Links that one mailbox has at a time; who asks for more fills somebody's mailbox. */
    private static final int MOST = 3;

    /** A mail that could not be handed over for so long is not waited for any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private LogInLinks() {}

    /** When a link expires that is sent now. */
    public static Instant expiresAt(Instant now) {
        return now.plus(LIFE);
    }

    /** True when a mailbox that has so many links which still hold gets another. */
    public static boolean mayHaveAnother(long valid) {
        return valid < MOST;
    }

    /**
     * When a mail that the mail server did not take is tried again: after 5 s, 10 s, 20 s …; nothing when it is given
     * up.
     *
     * @param attempts how often it was tried
     */
    public static Optional<Instant> triedAgainAt(Instant askedAt, int attempts, Instant now) {
        var next = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(attempts, 1) - 1, 10)));
        return Optional.of(next).filter(at -> at.isBefore(askedAt.plus(PATIENCE)));
    }
}
