package se.aviso.app.group;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.primefaces.event.NodeExpandEvent;
import org.primefaces.event.NodeSelectEvent;
import org.primefaces.model.DefaultTreeNode;
import org.primefaces.model.TreeNode;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Permission;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.kernel.GroupId;

/** The tree of groups, or those whose names were asked for; below a group it is read when it is opened. */
@Named
@ViewScoped
@Screen(path = "/group/list.xhtml", needs = Permission.GROUP_READ)
public class GroupTreeView implements Serializable {
    private static final int MOST = 200;

    @Inject
    transient FindGroups find;

    @Inject
    Address address;

    private TreeNode<Line> root = new DefaultTreeNode<>();
    private @Nullable TreeNode<Line> chosen;
    private List<Line> found = List.of();
    private String text = "";

    /** A group of the tree. */
    public record Line(UUID id, String name, GroupKind kind) implements Serializable {
        static Line of(Group group) {
            return new Line(group.id().value(), group.name(), group.kind());
        }

        /** Stands for what is not read yet, so that the node can be opened. */
        static Line unread() {
            return new Line(new UUID(0, 0), "", GroupKind.LOCAL);
        }
    }

    @PostConstruct
    void load() {
        text = address.text("q").orElse("");
        if (!text.isEmpty()) {
            found = find.named(text, MOST).stream().map(Line::of).toList();
        }
        var shown = address.id("id");
        var open = shown.map(id -> wayTo(new GroupId(id))).orElse(List.of());
        root = new DefaultTreeNode<>(Line.unread(), null);
        fill(root, Optional.empty(), open);
        shown.ifPresent(id -> select(root, id));
    }

    /** The groups above, as far as the user sees them. */
    private List<UUID> wayTo(GroupId id) {
        var way = new ArrayList<UUID>();
        var group = find.find(id);
        while (group.isPresent()) {
            way.add(group.get().id().value());
            group = group.get().place().parent().flatMap(find::find);
        }
        return way;
    }

    private void fill(TreeNode<Line> node, Optional<UUID> parent, List<UUID> open) {
        node.getChildren().clear();
        for (var group : find.children(parent.map(GroupId::new), MOST, "")) {
            var child = new DefaultTreeNode<>(Line.of(group), node);
            if (group.kind() == GroupKind.LOCAL) {
                continue;
            }
            var isTop = parent.isEmpty();
            if (isTop || open.contains(group.id().value())) {
                child.setExpanded(true);
                fill(child, Optional.of(group.id().value()), open);
            } else {
                new DefaultTreeNode<>(Line.unread(), child);
            }
        }
    }

    private void select(TreeNode<Line> node, UUID id) {
        for (var child : node.getChildren()) {
            if (child.getData().id().equals(id)) {
                child.setSelected(true);
                chosen = child;
            }
            select(child, id);
        }
    }

    /** Reads what stands below a group that was opened. */
    public void expand(NodeExpandEvent event) {
        @SuppressWarnings("unchecked")
        var node = (TreeNode<Line>) event.getTreeNode();
        if (node.getChildren().stream().anyMatch(child -> child.getData().equals(Line.unread()))) {
            fill(node, Optional.of(node.getData().id()), List.of());
        }
    }

    /** Goes to the group that was chosen. */
    public void open(NodeSelectEvent event) {
        var line = (Line) Objects.requireNonNull(event.getTreeNode().getData());
        Faces.redirect("/group/detail.xhtml?id=%s", line.id().toString());
    }

    /** The group that is looked at. */
    public @Nullable TreeNode<Line> getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable TreeNode<Line> chosen) {
        this.chosen = chosen;
    }

    public TreeNode<Line> getRoot() {
        return root;
    }

    /** The groups that were found by name. */
    public List<Line> getFound() {
        return found;
    }

    public String getText() {
        return text;
    }
}
