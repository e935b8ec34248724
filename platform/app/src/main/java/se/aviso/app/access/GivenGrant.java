package se.aviso.app.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Grant;
import se.aviso.access.Role;
import se.aviso.app.identity.Invitation;
import se.aviso.group.GroupKind;

/**
 * A grant as it is kept.
 *
 * @param place the group that it stands on; none is the whole tree
 */
public record GivenGrant(
        UUID id, User user, Role role, Optional<Place> place, Optional<LocalDate> until, History history) {
    /**
     * Who has it.
     *
     * @param known true for who has logged in, and so can use it
     * @param invitation how far it has come for who has not; none where Aviso sends none
     */
    public record User(UUID id, String name, Optional<String> email, boolean known, Optional<Invitation> invitation) {}

    /** Where it stands. */
    public record Place(UUID id, String name, GroupKind kind, String path) {}

    /** How it came and went; what a tenant's files have set up was given by nobody. */
    public record History(
            Instant givenAt, Optional<String> givenBy, Optional<Instant> endedAt, Optional<String> endedBy) {}

    /** Where it stands in the tree. */
    public String path() {
        return place.map(Place::path).orElse(Grant.WHOLE_TREE);
    }

    /** True on the days on which it lets its user do something. */
    public boolean holdsOn(LocalDate day) {
        return history.endedAt().isEmpty() && toDomain().holdsOn(day);
    }

    Grant toDomain() {
        return new Grant(role, path(), Optional.empty(), until);
    }
}
