package se.aviso.app.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.access.Role;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;

/** Who has access where; its state stands in the address alone. */
@Named
@RequestScoped
@Screen(path = "/access/list.xhtml", needs = Permission.GRANT_READ)
public class AccessListView {
    private static final int ROWS = 50;
    private static final int MOST_GROUPS = 200;

    /** Which grants are looked at. */
    public enum State {
        OVER
    }

    @Inject
    FindGrants find;

    @Inject
    FindGroups findGroups;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Caller caller;

    private Page<GivenGrant> page = new Page<>(List.of(), Optional.empty());
    private Optional<GroupId> group = Optional.empty();

    @PostConstruct
    void load() {
        group = address.id("group").map(GroupId::new);
        var part = address.part(ROWS);
        var wanted = new FindGrants.Wanted(
                group.or(() -> desk.group().map(chosen -> new GroupId(chosen.id()))),
                address.constant("role", Role.class),
                address.id("user"),
                address.constant("state", State.class).isPresent());
        page = Page.of(
                find.page(wanted, part), part, row -> new Cursor(row.user().name(), row.id()));
    }

    /** The rows of this part of the list. */
    public List<GivenGrant> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** True when the user may take the grant back. */
    public boolean taking(GivenGrant grant) {
        return find.mayTake(grant);
    }

    /** True when the user may send the invitation again to who has the grant. */
    public boolean inviting(GivenGrant grant) {
        return !grant.user().known() && caller.may(Permission.GRANT_WRITE, grant.path());
    }

    /** True when the user may give somewhere. */
    public boolean isGiving() {
        return caller.may(Permission.GRANT_WRITE);
    }

    /** The roles that people give each other. */
    public List<Role> getRoles() {
        return Arrays.stream(Role.values()).filter(Role::isGivenByHand).toList();
    }

    /** The groups in sight, by name. */
    public List<Group> getGroups() {
        return findGroups.within(Optional.empty(), Permission.GRANT_READ, MOST_GROUPS);
    }

    /** The name of the group that the list is narrowed to. */
    public String getGroupName() {
        return group.flatMap(findGroups::find).map(Group::name).orElse("");
    }

    /** The name of the user that the list is narrowed to. */
    public String getUserName() {
        return address.id("user").flatMap(find::user).map(GivenGrant.User::name).orElse("");
    }

    /** True when anything but the state is asked for. */
    public boolean isNarrowed() {
        return List.of("role", "group", "user").stream().anyMatch(address::says);
    }
}
