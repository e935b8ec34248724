package se.aviso.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.GroupId;

/**
 * A node of the tenant's tree: federation, district or local group.
 *
 * @param slug the name in addresses of public forms
 * @param own the fields of the billing identity that the group sets itself
 */
public record Group(GroupId id, GroupKind kind, String slug, String name, Place place, Map<BillingField, String> own) {
    public Group {
        own = Map.copyOf(own);
    }

    /**
     * Where a group stands.
     *
     * @param path {@code /00001/00003/}: one segment a level, so that a subtree is a range of paths
     */
    public record Place(Optional<GroupId> parent, String path) {
        /** The paths from the root of the tree down to this one. */
        public List<String> wayDown() {
            var paths = new ArrayList<String>();
            for (var end = path.indexOf('/', 1); end >= 0; end = path.indexOf('/', end + 1)) {
                paths.add(path.substring(0, end + 1));
            }
            return paths;
        }

        /** True for the group itself and all that stand under it. */
        public boolean contains(String other) {
            return other.startsWith(path);
        }
    }
}
