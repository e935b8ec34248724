package se.aviso.app.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Criteria;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;

/**
 * Conditions on what lies below a group, by its path. From a path PostgreSQL tells how much of a tenant that is, from a
 * question for one it can only guess.
 */
@ApplicationScoped
public class GroupPaths {
    @Inject
    GroupStore groups;

    /**
     * The column holds a path of the named group's subtree, where one is named. A group outside of those subtrees is as
     * unknown as any other: nothing is found, also where some of what lies below it could be seen.
     */
    public void below(Criteria criteria, String column, Optional<UUID> named, List<String> roots) {
        if (named.isEmpty()) {
            return;
        }
        groups.find(new GroupId(named.get()))
                .map(Group::place)
                .map(Group.Place::path)
                .filter(path -> roots.stream().anyMatch(path::startsWith))
                .ifPresentOrElse(path -> criteria.within(column, List.of(path)), () -> criteria.and("false"));
    }
}
