package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import se.aviso.app.tenancy.DatabaseAway;

/**
 * Whether the session of somebody who has logged in is still to be believed; the identity provider is asked now and
 * then.
 */
@ApplicationScoped
class SessionWatch {
    private static final System.Logger LOG = System.getLogger(SessionWatch.class.getName());

    @Inject
    SessionEnds ends;

    @Inject
    IdentityProvider provider;

    @Inject
    Clock clock;

    /** The visitor of the request; one whose session is over is none, and the session is gone. */
    Optional<Visitor> visitor(HttpServletRequest request) {
        var visitor = Visitor.of(request);
        var known = ProviderSession.of(request);
        if (visitor.isEmpty() || known.isEmpty() || holds(request, visitor.get(), known.get())) {
            return visitor;
        }
        request.getSession().invalidate();
        return Optional.empty();
    }

    private boolean holds(HttpServletRequest request, Visitor visitor, ProviderSession known) {
        if (isOver(visitor, known)) {
            return false;
        }
        var token = known.refreshToken();
        return token == null || !isMineToAsk(request) || vouched(request, known, token);
    }

    /** Without its database the server shows no page, and says so itself. */
    private boolean isOver(Visitor visitor, ProviderSession known) {
        try {
            return ends.isOver(visitor.subject(), known.id(), known.since());
        } catch (RuntimeException failure) {
            if (DatabaseAway.isReasonOf(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /** One request of a session asks; the others go on meanwhile. */
    private boolean isMineToAsk(HttpServletRequest request) {
        var now = clock.instant();
        synchronized (request.getSession()) {
            var latest =
                    ProviderSession.of(request).filter(known -> known.lease().isDue(now));
            latest.ifPresent(known -> known.with(known.lease().asking(now)).keep(request));
            return latest.isPresent();
        }
    }

    private boolean vouched(HttpServletRequest request, ProviderSession known, String token) {
        try {
            var renewed = provider.renew(known, token);
            renewed.ifPresent(fresh -> fresh.keep(request));
            return renewed.isPresent();
        } catch (IOException away) {
            LOG.log(System.Logger.Level.WARNING, "the identity provider does not vouch: {0}", away.getMessage());
            var lease = known.lease().unanswered(clock.instant());
            lease.ifPresent(patient -> known.with(patient).keep(request));
            return lease.isPresent();
        }
    }
}
