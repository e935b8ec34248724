package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.kernel.MembershipTypeId;

/** Shows the membership types of the tenant. */
@ApplicationScoped
@Transactional
public class FindMembershipTypes {
    @Inject
    MembershipTypeStore types;

    @Inject
    BusinessDate businessDate;

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

    /** The names of those that somebody can still be given, by slug. */
    public List<FindMemberships.Type> open() {
        var today = businessDate.today();
        return all().stream()
                .filter(type -> type.admits(today))
                .map(type -> new FindMemberships.Type(type.id().value(), type.names()))
                .toList();
    }

    /** One type. */
    public Optional<MembershipType> find(UUID id) {
        return Optional.ofNullable(types.all().get(new MembershipTypeId(id)));
    }
}
