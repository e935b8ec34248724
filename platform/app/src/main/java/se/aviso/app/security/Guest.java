package se.aviso.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody without an account who came in by a one-time link, and so reads a member's mailbox; kept in the session
 * where a {@link Visitor} would be. Personal data: never logged.
 *
 * @param tenant the slug of the tenant
 * @param name of whose mailbox it is
 * @param mailbox the address that the link was sent to
 * @param members whose address it was then; at each request, it must still be
 */
public record Guest(String tenant, String name, String mailbox, List<UUID> members) implements Serializable {
    static final String SUBJECT = "one-time link";

    /** Keeps a copy of the list, which can be serialised. */
    public Guest {
        members = List.copyOf(members);
    }

    /** The one of the request's session, if somebody has come in by a link there. */
    public static Optional<Guest> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(Visitor.ATTRIBUTE) instanceof Guest guest
                ? Optional.of(guest)
                : Optional.empty();
    }

    /** Enters the session in the place of whoever was in it, under a new id. */
    public void enter(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(Visitor.ATTRIBUTE, this);
    }
}
