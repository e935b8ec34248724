package se.aviso.app.wording;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;

/**
 * Whose words stand on a document, whose page they stand on and in whose look, in which versions; kept with it.
 *
 * @param group in whose name it is worded; what is written of the document later is worded by the same group
 * @param versions those of the group and its ancestors, the root's first
 */
public record Worded(UUID group, List<UUID> versions) {
    public Worded {
        versions = List.copyOf(versions);
    }

    /**
     * The words that hold for the last group of the way.
     *
     * @param way from the root of the tree down to the group
     * @param current the newest versions of each group that has any
     */
    public static Worded of(List<Group> way, Map<GroupId, List<UUID>> current) {
        var versions = way.stream()
                .flatMap(group -> current.getOrDefault(group.id(), List.of()).stream())
                .toList();
        return new Worded(way.get(way.size() - 1).id().value(), versions);
    }
}
