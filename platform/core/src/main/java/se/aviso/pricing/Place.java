package se.aviso.pricing;

import java.util.List;
import java.util.Optional;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.kernel.GroupId;

/**
 * Where a member belongs, with the groups above: the ones that fees can be of.
 *
 * @param wayDown from the root of the tree down to the member's own group; at least that
 */
public record Place(List<Level> wayDown) {
    public Place {
        wayDown = List.copyOf(wayDown);
        if (wayDown.isEmpty()) {
            throw new IllegalArgumentException("a place in no group");
        }
    }

    /** A group on the way. */
    public record Level(GroupId id, GroupKind kind, String path, String name) {}

    /** The place of the last of these groups, which lead down to it from the root. */
    public static Place of(List<Group> wayDown) {
        return new Place(wayDown.stream()
                .map(group -> new Level(group.id(), group.kind(), group.place().path(), group.name()))
                .toList());
    }

    /** The member's own group. */
    public Level own() {
        return wayDown.get(wayDown.size() - 1);
    }

    /** The group whose fee a part is; empty where none of that kind stands above, so that nobody asks for it. */
    public Optional<Level> ownerOf(PricePart part) {
        return switch (part) {
            case OWN, ENTRY, FAMILY_CAP -> Optional.of(own());
            case DISTRICT -> nearest(GroupKind.DISTRICT);
            case FEDERATION -> nearest(GroupKind.FEDERATION);
        };
    }

    private Optional<Level> nearest(GroupKind kind) {
        for (var index = wayDown.size() - 1; index >= 0; index--) {
            if (wayDown.get(index).kind() == kind) {
                return Optional.of(wayDown.get(index));
            }
        }
        return Optional.empty();
    }

    /** The name of the group with that path; empty for the path of all groups. */
    public String nameOf(String path) {
        for (var level : wayDown) {
            if (level.path().equals(path)) {
                return level.name();
            }
        }
        return "";
    }
}
