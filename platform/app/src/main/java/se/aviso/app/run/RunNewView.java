package se.aviso.app.run;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.member.FindMembershipTypes;
import se.aviso.app.member.FindMemberships;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation;
import se.aviso.run.Choice;

/** Has a run previewed; nothing is issued before somebody has seen what would come. */
@Named
@ViewScoped
@Screen(path = "/run/new.xhtml", needs = Permission.RUN_WRITE)
public class RunNewView implements Serializable {
    private static final int MOST_GROUPS = 500;

    @Inject
    transient StartRun start;

    @Inject
    transient FindGroups groups;

    @Inject
    transient FindMembershipTypes types;

    @Inject
    Caller caller;

    @Inject
    Desk desk;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private RunKind kind = RunKind.RENEWAL;
    private String groupId = "";
    private final Map<String, Boolean> chosen = new HashMap<>();
    private String joinedFrom = "";
    private String joinedTo = "";
    private @Nullable UUID started;

    @PostConstruct
    void load() {
        kind = address.constant("kind", RunKind.class).orElse(RunKind.RENEWAL);
        var chosen = address.id("group").or(() -> desk.group().map(Desk.Chosen::id));
        groupId = chosen.map(UUID::toString)
                .or(() -> isWholeTree() ? Optional.of("") : first())
                .orElse("");
    }

    /** Has it previewed, once however often it is sent, and shows it. */
    public @Nullable String preview() {
        if (started == null) {
            notices.attempt(this::attempt, texts.get("run.notStarted"));
        }
        return started == null ? null : "/run/detail.xhtml?faces-redirect=true&id=" + started;
    }

    private void attempt() {
        var group = Optional.of(groupId).filter(id -> !id.isEmpty()).map(GroupId::parse);
        var choice = isChoosing() ? choice() : Choice.ALL;
        var run = start.startOn(kind, Optional.empty(), start.path(group), choice, true);
        started = run.id().value();
    }

    private Choice choice() {
        var types = getTypes().stream()
                .filter(type -> chosen.getOrDefault(type.id().toString(), false))
                .map(type -> new MembershipTypeId(type.id()))
                .toList();
        return new Choice(types, new Choice.Joined(day(joinedFrom, "/joinedFrom"), day(joinedTo, "/joinedTo")));
    }

    private static Optional<LocalDate> day(String written, String pointer) {
        try {
            return Optional.of(written.strip()).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException noDay) {
            throw RuleViolation.at(pointer, "bad-day", Map.of());
        }
    }

    /** True for the kind of run whose memberships can be chosen. */
    public boolean isChoosing() {
        return kind == RunKind.SELECTION;
    }

    /** The membership types that can be chosen. */
    public List<FindMemberships.Type> getTypes() {
        return types.named();
    }

    /** Which of the types are chosen, by id; none where it may be any. */
    public Map<String, Boolean> getChosen() {
        return chosen;
    }

    /** The kinds that somebody starts by hand. */
    public List<RunKind> getKinds() {
        return List.of(RunKind.RENEWAL, RunKind.SELECTION, RunKind.REMINDER);
    }

    /** The groups that the user may run, by name. */
    public List<Group> getGroups() {
        return groups.within(desk.group().map(Desk.Chosen::path), Permission.RUN_WRITE, MOST_GROUPS);
    }

    /** True for those who may run all groups at once. */
    public boolean isWholeTree() {
        return caller.may(Permission.RUN_WRITE, Grant.WHOLE_TREE);
    }

    private Optional<String> first() {
        return getGroups().stream().findFirst().map(group -> group.id().value().toString());
    }

    public RunKind getKind() {
        return kind;
    }

    /** A choice without a value, which only a forged form has, is the usual kind. */
    public void setKind(@Nullable RunKind kind) {
        this.kind = Objects.requireNonNullElse(kind, RunKind.RENEWAL);
    }

    public String getGroupId() {
        return groupId;
    }

    public void setGroupId(@Nullable String groupId) {
        this.groupId = Objects.requireNonNullElse(groupId, "");
    }

    public String getJoinedFrom() {
        return joinedFrom;
    }

    public void setJoinedFrom(@Nullable String day) {
        joinedFrom = Objects.requireNonNullElse(day, "");
    }

    public String getJoinedTo() {
        return joinedTo;
    }

    public void setJoinedTo(@Nullable String day) {
        joinedTo = Objects.requireNonNullElse(day, "");
    }
}
