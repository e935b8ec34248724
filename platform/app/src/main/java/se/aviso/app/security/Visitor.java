package se.aviso.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;

/**
 * Who has logged in with a browser; kept in the session.
 *
 * @param tenant the slug of the tenant
 * @param idToken what the identity provider gave; it wants it back at log-out
 */
public record Visitor(String subject, String name, String tenant, String idToken) implements Serializable {
    /** Where a session keeps who is in it: a visitor or a {@link Guest}, never both. */
    static final String ATTRIBUTE = Visitor.class.getName();

    /** The one of the request's session, if somebody has logged in there. */
    public static Optional<Visitor> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Visitor visitor
                ? Optional.of(visitor)
                : Optional.empty();
    }

    /** True when somebody is in the request's session, however they came in. */
    public static boolean isIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) != null;
    }

    /** Enters the session, under a new id, so that nobody knows it who knew the old one. */
    void enter(HttpServletRequest request) {
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, this);
    }
}
