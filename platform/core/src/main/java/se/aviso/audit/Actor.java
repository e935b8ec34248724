package se.aviso.audit;

import java.util.Optional;
import java.util.UUID;

/** Who did it; users are named by their id alone, so that the trail can outlive their names. */
public record Actor(Kind kind, Optional<UUID> user) {
    /** Aviso's own scheduled work. */
    public static final Actor AVISO = new Actor(Kind.AVISO, Optional.empty());
    /** Somebody who filled in a public form. */
    public static final Actor VISITOR = new Actor(Kind.VISITOR, Optional.empty());

    /** A member who came in by a one-time link and has no account; the deed says whose data it was. */
    public static final Actor LINK = new Actor(Kind.LINK, Optional.empty());

    /** What kind of actor it was. */
    public enum Kind {
        USER,
        VISITOR,
        AVISO,
        LINK
    }

    /** @throws IllegalArgumentException where a user has no id, or another has one */
    public Actor {
        if (user.isPresent() != (kind == Kind.USER)) {
            throw new IllegalArgumentException("a user, and nobody else, has an id");
        }
    }

    /** A user of the tenant. */
    public static Actor user(UUID id) {
        return new Actor(Kind.USER, Optional.of(id));
    }
}
