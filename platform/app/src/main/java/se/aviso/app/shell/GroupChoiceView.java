package se.aviso.app.shell;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.kernel.GroupId;

/** Chooses the group that lists are narrowed to: by name, or down the tree. */
@Named
@ViewScoped
@Screen(path = "/shell/groups.xhtml", needs = Permission.GROUP_READ)
public class GroupChoiceView implements Serializable {
    private static final int MOST = 100;

    @Inject
    transient FindGroups find;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private List<Line> lines = List.of();
    private String text = "";
    private String parentName = "";

    /** A group that can be chosen. */
    public record Line(UUID id, String name, GroupKind kind) implements Serializable {
        static Line of(Group group) {
            return new Line(group.id().value(), group.name(), group.kind());
        }
    }

    @PostConstruct
    void load() {
        var wanted = address.text("q");
        var parent = address.id("under").map(GroupId::new);
        text = wanted.orElse("");
        parentName = parent.flatMap(find::find).map(Group::name).orElse("");
        var found = wanted.isPresent() ? find.named(wanted.get(), MOST) : find.children(parent, MOST, "");
        lines = found.stream().map(Line::of).toList();
    }

    /** Works with this group from now on. */
    @ActNeeds(Permission.GROUP_READ)
    public String choose(UUID id) {
        find.find(new GroupId(id)).ifPresent(group -> {
            desk.choose(new Desk.Chosen(id, group.name(), group.place().path()));
            notices.done(texts.with("shell.group.chosen", group.name()));
        });
        return "/home/home.xhtml?faces-redirect=true";
    }

    /** Works with everything again. */
    @ActNeeds(Permission.GROUP_READ)
    public String chooseAll() {
        desk.chooseAll();
        notices.done(texts.get("shell.group.allChosen"));
        return "/home/home.xhtml?faces-redirect=true";
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getText() {
        return text;
    }

    /** The group whose children are shown; empty at the top. */
    public String getParentName() {
        return parentName;
    }

    /** True when a choice is in force. */
    public boolean isNarrowed() {
        return desk.group().isPresent();
    }
}
