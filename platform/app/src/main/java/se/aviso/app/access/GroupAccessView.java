package se.aviso.app.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.Address;
import se.aviso.app.security.Caller;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;

/** The part of a group's page that says who has access to it, from its own place or from above. */
@Named
@RequestScoped
public class GroupAccessView {
    private static final int MOST = 20;

    @Inject
    FindGrants find;

    @Inject
    FindGroups groups;

    @Inject
    Address address;

    @Inject
    Caller caller;

    private Optional<Group> group = Optional.empty();
    private List<GivenGrant> rows = List.of();

    @PostConstruct
    void load() {
        group = address.id("id").map(GroupId::new).flatMap(groups::find);
        rows = group.map(found -> find.reaching(found.id(), MOST + 1)).orElse(List.of());
    }

    /** True for those who may see it. */
    public boolean isShown() {
        return may(Permission.GRANT_READ);
    }

    /** True for those who may give something here. */
    public boolean isGiving() {
        return may(Permission.GRANT_WRITE);
    }

    private boolean may(Permission permission) {
        return group.filter(found -> caller.may(permission, found.place().path()))
                .isPresent();
    }

    /** Who has access, by name; the first of them where they are many. */
    public List<GivenGrant> getRows() {
        return rows.stream().limit(MOST).toList();
    }

    /** True when there are more than are shown. */
    public boolean isMore() {
        return rows.size() > MOST;
    }

    /** True when the grant stands on the group itself. */
    public boolean here(GivenGrant grant) {
        return group.filter(found -> found.place().path().equals(grant.path())).isPresent();
    }
}
