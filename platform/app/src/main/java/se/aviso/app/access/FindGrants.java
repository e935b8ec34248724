package se.aviso.app.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Delegation;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.access.Role;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.PageRequest;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;

/**
 * Shows who has access where, in the caller's subtrees. What comes with a membership is not listed: it reaches nothing
 * but the member's own.
 */
@ApplicationScoped
@Transactional
public class FindGrants {
    private static final String BY_HAND = "r.role <> ?";
    private static final String REACHES_DATA = "r.role <> all(?)";
    private static final List<Integer> SEE_NO_GROUP = List.of(Role.MEMBER.code(), Role.OPERATOR.code());
    private static final String OVER = "(r.ended_at is not null or r.until < ?)";
    private static final String IN_FORCE = "(r.ended_at is null and (r.until is null or r.until >= ?))";

    @Inject
    GrantStore grants;

    @Inject
    UserStore users;

    @Inject
    GroupStore groups;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    /**
     * Which grants.
     *
     * @param group those on the group and below it
     * @param over those that have ended, instead of those in force
     */
    public record Wanted(Optional<GroupId> group, Optional<Role> role, Optional<UUID> user, boolean over) {}

    /** A part of the grants in sight, by name of their users. */
    public List<GivenGrant> page(Wanted wanted, PageRequest page) {
        var roots = caller.pathsFor(Permission.GRANT_READ);
        var criteria = InSight.of(roots)
                .and(BY_HAND, Role.MEMBER.code())
                .and(wanted.over() ? OVER : IN_FORCE, businessDate.today())
                .and("r.role = ?", wanted.role().map(Role::code))
                .and("r.user_id = ?", wanted.user());
        criteria.below("g.path", wanted.group().map(GroupId::value), roots);
        page.after().ifPresent(last -> criteria.and("(u.name, r.id) > (?, ?)", last.sortKey(), last.id()));
        return grants.list(criteria, page.limitAndOne());
    }

    /** The grant of that id, if it is in sight. */
    public Optional<GivenGrant> find(UUID id) {
        return grants.find(id)
                .filter(grant -> grant.role().isGivenByHand() && caller.may(Permission.GRANT_READ, grant.path()));
    }

    /** All that let somebody into the group: those on it and those above it, by name. An operator sees no group. */
    public List<GivenGrant> reaching(GroupId id, int most) {
        var way = groups.find(id)
                .filter(group -> caller.may(Permission.GRANT_READ, group.place().path()))
                .map(group -> group.place().wayDown());
        if (way.isEmpty()) {
            return List.of();
        }
        var criteria = Criteria.of("r")
                .and(REACHES_DATA, Sql.smallints(SEE_NO_GROUP))
                .and(IN_FORCE, businessDate.today())
                .and("(r.group_id is null or g.path = any(?))", Sql.texts(way.get()));
        return grants.list(criteria, most);
    }

    /** Users who hold something in the caller's subtrees, by name. */
    public List<GivenGrant.User> users(Optional<String> text, PageRequest page) {
        var criteria =
                Criteria.of("u").and("position(lower(?) in lower(u.name || ' ' || coalesce(u.email, ''))) > 0", text);
        page.after().ifPresent(last -> criteria.and("(u.name, u.id) > (?, ?)", last.sortKey(), last.id()));
        return users.holders(caller.pathsFor(Permission.GRANT_READ), criteria, page.limitAndOne());
    }

    /** The user of that id, if they hold something in the caller's subtrees. */
    public Optional<GivenGrant.User> user(UUID id) {
        var criteria = Criteria.of("u").and("u.id = ?", id);
        return users.holders(caller.pathsFor(Permission.GRANT_READ), criteria, 1).stream()
                .findFirst();
    }

    /** The roles that the caller could give there; none is the whole tree. */
    public List<Role> roles(Optional<GroupId> place) {
        var group = place.flatMap(groups::find);
        if (place.isPresent() && group.isEmpty()) {
            return List.of();
        }
        var own = new Delegation(caller.grants(), businessDate.today());
        return own.roles(
                group.map(Group::place).map(Group.Place::path).orElse(Grant.WHOLE_TREE), group.map(Group::kind));
    }

    /** True when the caller could take the grant back, were it not the last of its kind. */
    public boolean mayTake(GivenGrant grant) {
        var today = businessDate.today();
        var unending = Grant.of(grant.role(), grant.path());
        return grant.holdsOn(today)
                && new Delegation(caller.grants(), today)
                        .toTake(grant.toDomain(), List.of(unending))
                        .isEmpty();
    }
}
