package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.group.GroupStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.kernel.GroupId;

/** Where a choice holds: the path of the group for which it is made. */
@ApplicationScoped
class ChoicePlace {
    @Inject
    GroupStore groups;

    /** The path of the group, the whole tree's where none is named. */
    String of(Optional<UUID> group) {
        return group.map(this::path).orElse("/");
    }

    private String path(UUID group) {
        var id = new GroupId(group);
        return Optional.ofNullable(groups.groupsById(List.of(id)).get(id))
                .orElseThrow(HttpProblem::notFound)
                .place()
                .path();
    }
}
