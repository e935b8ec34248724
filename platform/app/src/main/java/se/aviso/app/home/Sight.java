package se.aviso.app.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;

/** What the caller may see, narrowed to the subtree that they work with, if they have chosen one. */
@ApplicationScoped
class Sight {
    @Inject
    Caller caller;

    /** Rows of the alias whose group, joined as {@code g}, lies in sight. */
    Criteria of(String alias, Permission permission, Optional<String> group) {
        return ofPaths(alias, "g.path", permission, group);
    }

    /** Rows of the alias whose column holds a path in sight. */
    Criteria ofPaths(String alias, String column, Permission permission, Optional<String> group) {
        var criteria = Criteria.of(alias).within(column, caller.pathsFor(permission));
        group.ifPresent(path -> criteria.within(column, List.of(path)));
        return criteria;
    }

    /** True when the caller may do it on the whole tree. */
    boolean mayOnAll(Permission permission) {
        return caller.may(permission, Grant.WHOLE_TREE);
    }

    /** The caller among the tenant's users. */
    UUID user() {
        return caller.userId();
    }

    /** The one path under which all lies that is in sight; there is none for who was granted several. */
    Optional<String> root(Optional<String> group) {
        var paths = caller.pathsFor(Permission.INVOICE_READ);
        return group.or(() -> paths.stream().filter(path -> paths.size() == 1).findFirst());
    }
}
