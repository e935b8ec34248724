package se.aviso.app.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Role;
import se.aviso.app.identity.Invitation;
import se.aviso.app.identity.TaskFailure;
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
            Optional<LocalDate> until,
            Optional<String> reason) {
        GiveGrant.Wish wish() {
            var receiver = new GiveGrant.Receiver(userId, name.orElse(""), email.orElse(""));
            return new GiveGrant.Wish(receiver, role, groupId.map(GroupId::new), until, reason);
        }
    }

    /** Who may do something. */
    record UserBody(
            UUID id,
            String name,
            Optional<String> email,
            boolean hasLoggedIn,
            Optional<Invitation.State> invitation,
            Optional<TaskFailure> invitationFailure) {
        static UserBody of(GivenGrant.User user) {
            var invitation = user.invitation().filter(any -> !user.known());
            return new UserBody(
                    user.id(),
                    user.name(),
                    user.email(),
                    user.known(),
                    invitation.map(Invitation::state),
                    invitation.flatMap(Invitation::failure));
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
