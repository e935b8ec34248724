package se.aviso.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.identity.SessionLease;

/**
 * The session with the identity provider that a browser's session stands on; kept beside its {@link Visitor}.
 *
 * @param id the provider's name of it; null where the provider gives none
 * @param since when the browser logged in
 * @param refreshToken null where the provider gives none; then the session is believed until it ends by itself
 */
record ProviderSession(
        @Nullable String id, Instant since, @Nullable String refreshToken, SessionLease lease) implements Serializable {
    private static final String ATTRIBUTE = ProviderSession.class.getName();

    static Optional<ProviderSession> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof ProviderSession known
                ? Optional.of(known)
                : Optional.empty();
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    ProviderSession with(SessionLease fresh) {
        return new ProviderSession(id, since, refreshToken, fresh);
    }
}
