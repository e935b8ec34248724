package se.aviso.identity;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a browser's session is believed before the identity provider is asked again.
 *
 * <p>A provider that is away for a moment throws nobody out: the session goes on, and ends when nobody has answered for
 * half an hour.
 *
 * @param dueAt when the provider is asked
 * @param awaySince when the provider first did not answer; none when it has
 */
public record SessionLease(Instant dueAt, @Nullable Instant awaySince) implements Serializable {
    /** How long a session outlives the provider's silence. */
    public static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** The provider has just vouched, for the life of its access token but no longer than five minutes. */
    public static SessionLease vouched(Instant now, Duration tokenLife) {
        var unfit = tokenLife.isNegative() || tokenLife.isZero() || tokenLife.compareTo(LONGEST) > 0;
        return new SessionLease(now.plus(unfit ? LONGEST : tokenLife), null);
    }

    /** True when the provider is to be asked before the session is believed. */
    public boolean isDue(Instant now) {
        return !now.isBefore(dueAt);
    }

    /** The same while somebody asks already: others need not ask too. */
    public SessionLease asking(Instant now) {
        return new SessionLease(now.plus(PAUSE), awaySince);
    }

    /** The provider did not answer; nothing when it has not for too long. */
    public Optional<SessionLease> unanswered(Instant now) {
        var since = awaySince == null ? now : awaySince;
        return now.isBefore(since.plus(PATIENCE))
                ? Optional.of(new SessionLease(now.plus(PAUSE), since))
                : Optional.empty();
    }
}
