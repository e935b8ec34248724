package se.aviso.app.life;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation;

/** Gives a member one more membership, or one again after having left; nothing is billed for it yet. */
@ApplicationScoped
@Transactional
public class BeginMembership {
    @Inject
    FindMembers members;

    @Inject
    LifeStore life;

    @Inject
    MembershipStore memberships;

    @Inject
    MembershipTypeStore types;

    @Inject
    GroupStore groups;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** The membership to be; it begins today where no day is said. */
    public record Wish(UUID groupId, UUID typeId, Optional<LocalDate> joinedOn) {}

    /**
     * Begins it.
     *
     * @throws RuleViolation when the member has such a one already, is dead or erased, or something is unknown
     */
    public UUID begin(UUID member, Wish wish) {
        requireAlive(member);
        var group = new GroupId(wish.groupId());
        var own = groups.find(group)
                .filter(found ->
                        caller.may(Permission.MEMBER_WRITE, found.place().path()));
        if (own.isEmpty()) {
            throw RuleViolation.at("/groupId", "unknown-group", Map.of());
        }
        var type = new MembershipTypeId(wish.typeId());
        var chosen = Optional.ofNullable(types.all().get(type))
                .orElseThrow(() -> RuleViolation.at("/typeId", "unknown-type", Map.of()));
        var today = businessDate.today();
        var joinedOn = wish.joinedOn().orElse(today);
        NearDay.require(joinedOn, today, "/joinedOn");
        chosen.policies().end().requireOpen(joinedOn, "/typeId");
        var id = new MembershipId(Ids.next());
        var begun = new MembershipStore.NewMembership(id, member, group, type, joinedOn);
        if (!memberships.addIfNew(begun)) {
            throw RuleViolation.of("membership-twice", Map.of());
        }
        trail.record(new Deed(
                Act.MEMBERSHIP_BEGUN,
                member,
                Optional.of(group),
                List.of(Change.to(Field.VALID_FROM, joinedOn)),
                Optional.empty()));
        return id.value();
    }

    private void requireAlive(UUID member) {
        var found = members.find(member, Permission.MEMBER_WRITE).orElseThrow(HttpProblem::notFound);
        if (found.member().privacy().isErased()) {
            throw RuleViolation.of("member-erased", Map.of());
        }
        if (life.life(member).diedOn().isPresent()) {
            throw RuleViolation.of("member-died", Map.of());
        }
    }
}
