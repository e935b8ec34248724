package se.aviso.app.group;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/** Moves a group: where to is chosen first, then it is said what goes along and what changes. */
@Named
@ViewScoped
@Screen(path = "/group/move.xhtml", needs = Permission.GROUP_WRITE)
public class GroupMoveView implements Serializable {
    private static final int MOST = 200;

    @Inject
    transient MoveGroup move;

    @Inject
    transient FindGroups find;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private String name = "";
    private long version;
    private @Nullable UUID target;
    private String reason = "";
    private transient MoveGroup.@Nullable Preview preview;

    @PostConstruct
    void load() {
        address.id("id")
                .map(GroupId::new)
                .flatMap(find::versioned)
                .filter(found -> !move.targets(found.group().id(), 1).isEmpty())
                .ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(CreateGroup.Versioned found) {
        id = found.group().id().value();
        name = found.group().name();
        version = found.version();
        address.id("to").map(GroupId::new).ifPresent(to -> plan(found.group().id(), to));
    }

    private void plan(GroupId moved, GroupId to) {
        if (move.targets(moved, MOST).stream().map(Group::id).anyMatch(to::equals)) {
            target = to.value();
            preview = move.preview(moved, to);
        }
    }

    /** Moves it, and shows it at its new place; stays where something is in the way. */
    public @Nullable String move() {
        var to = Optional.ofNullable(target).map(GroupId::new).orElseThrow();
        var moved = Optional.ofNullable(id).map(GroupId::new).orElseThrow();
        var why = Optional.of(reason);
        if (!notices.attempt(() -> move.move(moved, this::requireSeen, to, why), texts.get("group.move.not"))) {
            return null;
        }
        notices.done(texts.with("group.move.done", name));
        return "/group/detail.xhtml?faces-redirect=true&id=" + moved;
    }

    private void requireSeen(long now) {
        if (now != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    /** The groups under which it could stand, by name. */
    public List<Group> getTargets() {
        return id == null ? List.of() : move.targets(new GroupId(id), MOST);
    }

    /** What the move would do, asked anew where the page comes back; null until it is chosen where to. */
    public MoveGroup.@Nullable Preview getPreview() {
        if (preview == null && id != null && target != null) {
            plan(new GroupId(id), new GroupId(target));
        }
        return preview;
    }

    /** The group; null where there is none to move. */
    public @Nullable UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
