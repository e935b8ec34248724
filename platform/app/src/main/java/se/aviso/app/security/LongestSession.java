package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Ends a session after a working day, however busy it is: whoever sits there then says anew who they are. */
@ApplicationScoped
class LongestSession {
    private static final Duration LONGEST = Duration.ofHours(12);

    @Inject
    Clock clock;

    /** Ends the request's session when it is over; a form that nobody has logged in for stays. */
    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null
                && Visitor.of(request).isPresent()
                && isOver(Instant.ofEpochMilli(session.getCreationTime()), clock.instant())) {
            session.invalidate();
        }
    }

    static boolean isOver(Instant begun, Instant now) {
        return Duration.between(begun, now).compareTo(LONGEST) > 0;
    }
}
