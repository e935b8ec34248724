package se.aviso.app.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;

/** Shows a caller the groups of their subtrees. */
@ApplicationScoped
@Transactional
public class FindGroups {
    @Inject
    GroupStore groups;

    @Inject
    GroupFigures figures;

    @Inject
    Caller caller;

    /** The groups under a parent, in order of their paths; without a parent, the roots of what the caller sees. */
    public List<Group> children(Optional<GroupId> parent, int limit, String afterPath) {
        if (parent.isPresent()) {
            return find(parent.get()).isEmpty() ? List.of() : groups.children(parent, limit, afterPath);
        }
        return caller.may(Permission.GROUP_READ, "/")
                ? groups.children(parent, limit, afterPath)
                : groups.onPaths(caller.pathsFor(Permission.GROUP_READ), limit, afterPath);
    }

    /** The groups whose names have the text somewhere, by name. */
    public List<Group> named(String text, int most) {
        return groups.named(text, caller.pathsFor(Permission.GROUP_READ), most);
    }

    /** The groups where the caller may do that, by name; with a path, those on it and below. */
    public List<Group> within(Optional<String> path, Permission permission, int most) {
        var roots = path.filter(chosen -> caller.may(permission, chosen))
                .map(List::of)
                .orElseGet(() -> caller.pathsFor(permission));
        return groups.named("", roots, most);
    }

    /** The groups that are paid to giro numbers of their own and where the caller may do that, the root first. */
    public List<Group> payees(Permission permission) {
        return groups.holdersOfGiros().stream()
                .filter(group -> caller.may(permission, group.place().path()))
                .toList();
    }

    /** The group, if the caller may see it. */
    public Optional<Group> find(GroupId id) {
        return versioned(id).map(CreateGroup.Versioned::group);
    }

    /** The group with its version, if the caller may see it. */
    public Optional<CreateGroup.Versioned> versioned(GroupId id) {
        return groups.versioned(id)
                .filter(found ->
                        caller.may(Permission.GROUP_READ, found.group().place().path()));
    }

    /** How many have a paid membership in each of these groups or below it; nothing is said of a group without any. */
    public Map<GroupId, Long> members(Collection<Group> groups) {
        var seen = groups.stream()
                .filter(group -> caller.may(Permission.GROUP_READ, group.place().path()))
                .map(Group::id)
                .toList();
        return figures.members(seen);
    }

    /** The group's billing identity, inherited whole, if the caller may see the group. */
    public Optional<BillingIdentity> identity(GroupId id) {
        return find(id).flatMap(group ->
                Optional.ofNullable(groups.identities(List.of(group.id())).get(group.id())));
    }

    /** The logo that stands on the group's documents, own or inherited. */
    public Optional<byte[]> logo(GroupId id) {
        return identity(id)
                .flatMap(identity -> identity.value(BillingField.LOGO))
                .flatMap(groups::logo);
    }
}
