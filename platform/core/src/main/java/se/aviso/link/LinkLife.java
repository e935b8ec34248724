package se.aviso.link;

import java.time.Instant;
import java.util.Optional;

/**
 * How long a link opens what it opens.
 *
 * @param expiresAt the first instant at which it opens nothing any more
 * @param usedAt when it was used up; one that may be used again never is
 * @param revokedAt when it was taken back
 */
public record LinkLife(Instant expiresAt, Optional<Instant> usedAt, Optional<Instant> revokedAt) {
    /** How it stands; what somebody did to it counts before what time did. */
    public LinkState stateAt(Instant now) {
        if (revokedAt.isPresent()) {
            return LinkState.REVOKED;
        }
        if (usedAt.isPresent()) {
            return LinkState.USED;
        }
        return now.isBefore(expiresAt) ? LinkState.VALID : LinkState.EXPIRED;
    }

    /** True when it opens something. */
    public boolean isValidAt(Instant now) {
        return stateAt(now) == LinkState.VALID;
    }
}
