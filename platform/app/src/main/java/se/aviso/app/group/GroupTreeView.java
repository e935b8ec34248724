package se.aviso.app.group;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.kernel.GroupId;

/**
 * The groups above and below the one that is looked at, or those whose names were asked for.
 *
 * <p>Each is a link, and looking at a group opens it: the tree needs no script and every state of it has an address.
 */
@Named
@RequestScoped
@Screen(path = "/group/list.xhtml", needs = Permission.GROUP_READ)
public class GroupTreeView {
    private static final int MOST = 200;

    @Inject
    FindGroups find;

    @Inject
    Address address;

    private final List<Line> lines = new ArrayList<>();
    private Map<GroupId, Long> members = Map.of();
    private @Nullable UUID shown;
    private String text = "";

    /**
     * A group of the tree.
     *
     * @param level how many groups stand above it here
     * @param open whether those below it stand here too
     */
    public record Line(Group group, int level, boolean open) {
        /** The group's id. */
        public UUID id() {
            return group.id().value();
        }

        /** The group's name. */
        public String name() {
            return group.name();
        }

        /** What the group is. */
        public GroupKind kind() {
            return group.kind();
        }

        /** Whether there may be groups below it. */
        public boolean isBranch() {
            return kind() != GroupKind.LOCAL;
        }
    }

    @PostConstruct
    void load() {
        text = address.text("q").orElse("");
        shown = address.id("id").orElse(null);
        if (text.isEmpty()) {
            add(Optional.empty(), 0, address.id("id").map(this::wayTo).orElse(List.of()));
        } else {
            find.named(text, MOST).forEach(group -> lines.add(new Line(group, 0, false)));
        }
        members = find.members(lines.stream().map(Line::group).toList());
    }

    /** How many have a paid membership in the line's group or below it. */
    public long members(Line line) {
        return members.getOrDefault(line.group().id(), 0L);
    }

    /** A group and those above it, as far as the user sees them. */
    private List<GroupId> wayTo(UUID id) {
        var way = new ArrayList<GroupId>();
        var group = find.find(new GroupId(id));
        while (group.isPresent()) {
            way.add(group.get().id());
            group = group.get().place().parent().flatMap(find::find);
        }
        return way;
    }

    private void add(Optional<GroupId> parent, int level, List<GroupId> way) {
        for (var group : find.children(parent, MOST, "")) {
            var open = group.kind() != GroupKind.LOCAL && (level == 0 || way.contains(group.id()));
            lines.add(new Line(group, level, open));
            if (open) {
                add(Optional.of(group.id()), level + 1, way);
            }
        }
    }

    /** What a link to a group says of itself: whether it is the one that is looked at. */
    public @Nullable String current(Line line) {
        return line.id().equals(shown) ? "page" : null;
    }

    /** The groups, each after the one above it. */
    public List<Line> getLines() {
        return lines;
    }

    public String getText() {
        return text;
    }
}
