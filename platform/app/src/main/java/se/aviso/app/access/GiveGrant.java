package se.aviso.app.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Delegation;
import se.aviso.access.Delegation.Refusal;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.access.Role;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.audit.Reason;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Recognition;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/**
 * Gives grants and takes them back, as far as the caller's own reach.
 *
 * <p>One at a time in a tenant, and by what the caller holds when it is their turn: two admins who take from each other
 * at once do not leave the tenant without any.
 */
@ApplicationScoped
@Transactional
public class GiveGrant {
    @Inject
    GrantStore grants;

    @Inject
    UserStore users;

    @Inject
    FindGrants find;

    @Inject
    GroupStore groups;

    @Inject
    TenantStore tenants;

    @Inject
    Recognition recognition;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail trail;

    /** To whom, what, where (none is the whole tree), until which day, and why, for who wants to say it. */
    public record Wish(
            Receiver receiver,
            Role role,
            Optional<GroupId> group,
            Optional<LocalDate> until,
            Optional<String> reason) {}

    /** Somebody in sight by id, or anybody by name and address. */
    public record Receiver(Optional<UUID> user, String name, String email) {}

    /** Gives the grant, or says what is in the way. */
    public GivenGrant give(Wish wish) {
        var why = Reason.ifSaid(wish.reason());
        var own = takeTurn();
        var place = wish.group().map(this::place);
        var path = place.map(Group::place).map(Group.Place::path).orElse(Grant.WHOLE_TREE);
        var wanted = new Grant(wish.role(), path, Optional.empty(), wish.until());
        own.toGive(wanted, place.map(Group::kind)).ifPresent(refusal -> {
            throw RuleViolation.at(pointer(refusal), code(refusal), Map.of());
        });
        var granted = new GrantStore.New(
                user(wish.receiver()), wish.role(), wish.group().map(GroupId::value), wish.until());
        var id = grants.add(granted, caller.userId(), own.today())
                .orElseThrow(() -> RuleViolation.at("/role", "grant-there", Map.of()));
        accounts.given(grants.find(id).orElseThrow().user());
        return told(Act.GRANT_GIVEN, grants.find(id).orElseThrow(), why);
    }

    /** Takes the grant back, at once; it stays to be read as ended. Taking twice is as good as once. */
    public GivenGrant takeBack(UUID id, Optional<String> reason) {
        var why = Reason.ifSaid(reason);
        var own = takeTurn();
        var grant = find.find(id).orElseThrow(HttpProblem::notFound);
        if (!grant.holdsOn(own.today())) {
            return grant;
        }
        own.toTake(grant.toDomain(), grants.otherAdmins(grant.user().id())).ifPresent(refusal -> {
            throw RuleViolation.of(code(refusal), Map.of());
        });
        grants.end(id, caller.userId());
        accounts.taken(grant.user().id());
        return told(Act.GRANT_ENDED, grants.find(id).orElseThrow(), why);
    }

    private GivenGrant told(Act act, GivenGrant grant, Optional<String> why) {
        var until = grant.until().map(LocalDate::toString).orElse("");
        var changes = List.of(
                Change.to(Field.GRANT, grant.id()), Change.to(Field.ROLE, grant.role()), Change.to(Field.UNTIL, until));
        var group = grant.place().map(GivenGrant.Place::id).map(GroupId::new);
        trail.record(new Deed(act, grant.user().id(), group, changes, why));
        return grant;
    }

    private Delegation takeTurn() {
        tenants.lock(Tenancy.required(), "grants");
        return new Delegation(recognition.grants(caller.userId()), businessDate.today());
    }

    private Group place(GroupId id) {
        return groups.find(id)
                .filter(group -> caller.may(Permission.GRANT_READ, group.place().path()))
                .orElseThrow(() -> RuleViolation.at("/groupId", "unknown-group", Map.of()));
    }

    private UUID user(Receiver receiver) {
        if (receiver.user().isPresent()) {
            return find.user(receiver.user().get())
                    .map(GivenGrant.User::id)
                    .orElseThrow(() -> RuleViolation.at("/userId", "unknown-user", Map.of()));
        }
        return users.invited(Addressee.written("", receiver.name(), receiver.email()));
    }

    private static String pointer(Refusal refusal) {
        return List.of(Refusal.GRANT_OVER, Refusal.GRANT_OUTLASTS_OWN).contains(refusal) ? "/until" : "/role";
    }

    static String code(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
