package se.aviso.app.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Role;
import se.aviso.kernel.GroupId;

/** The JSON of grants and users. */
final class GrantBodies {
    private GrantBodies() {}

    /** Somebody by id, or by name and address. */
    record NewGrant(
            Optional<UUID> userId,
            Optional<String> name,
            Optional<String> email,
            Role role,
            Optional<UUID> groupId,
            Optional<LocalDate> until) {
        GiveGrant.Wish wish() {
            var receiver = new GiveGrant.Receiver(userId, name.orElse(""), email.orElse(""));
            return new GiveGrant.Wish(receiver, role, groupId.map(GroupId::new), until);
        }
    }

    /** Who may do something. */
    record UserBody(UUID id, String name, Optional<String> email, boolean hasLoggedIn) {
        static UserBody of(GivenGrant.User user) {
            return new UserBody(user.id(), user.name(), user.email(), user.known());
        }
    }

    /** A grant; without a group it holds for the whole tree. */
    record GrantBody(
            UUID id,
            UserBody user,
            Role role,
            Optional<UUID> groupId,
            Optional<String> groupName,
            Optional<LocalDate> until,
            Instant givenAt,
            Optional<String> givenBy,
            Optional<Instant> endedAt,
            Optional<String> endedBy) {
        static GrantBody of(GivenGrant grant) {
            return new GrantBody(
                    grant.id(),
                    UserBody.of(grant.user()),
                    grant.role(),
                    grant.place().map(GivenGrant.Place::id),
                    grant.place().map(GivenGrant.Place::name),
                    grant.until(),
                    grant.history().givenAt(),
                    grant.history().givenBy(),
                    grant.history().endedAt(),
                    grant.history().endedBy());
        }
    }
}
