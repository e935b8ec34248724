package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.MembershipTypeId;

/** Shows the membership types of the tenant. */
@ApplicationScoped
@Transactional
public class FindMembershipTypes {
    @Inject
    MembershipTypeStore types;

    /** All types, by slug. */
    public List<MembershipType> all() {
        return List.copyOf(types.all().values());
    }

    /** The names of all types, by slug. */
    public List<FindMemberships.Type> named() {
        return all().stream()
                .map(type -> new FindMemberships.Type(type.id().value(), type.names()))
                .toList();
    }

    /** One type. */
    public Optional<MembershipType> find(UUID id) {
        return Optional.ofNullable(types.all().get(new MembershipTypeId(id)));
    }
}
