package se.aviso.app.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.member.FindMembershipTypes;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.member.MembershipType;
import se.aviso.app.security.Caller;

/** Shows what memberships in the caller's subtrees need not pay, and why. */
@ApplicationScoped
@Transactional
public class FindConcessions {
    @Inject
    ConcessionStore concessions;

    @Inject
    MembershipStore memberships;

    @Inject
    FindMembershipTypes types;

    @Inject
    Caller caller;

    /** Those of a membership, in the order in which they were given; empty for one that the caller does not see. */
    public Optional<List<ConcessionStore.Kept>> of(UUID membership) {
        return membership(membership, Permission.MEMBER_READ).map(found -> concessions.kept(List.of(membership)));
    }

    /** The membership, if the caller may do that with it. */
    public Optional<Membership> membership(UUID id, Permission permission) {
        return memberships.byIds(List.of(id)).stream()
                .filter(found -> caller.may(permission, found.place().groupPath()))
                .findFirst();
    }

    /** The type of the membership. */
    public MembershipType type(Membership membership) {
        return types.find(membership.place().type().value()).orElseThrow();
    }
}
