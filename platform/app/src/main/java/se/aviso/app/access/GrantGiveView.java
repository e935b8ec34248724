package se.aviso.app.access;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.access.Role;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.app.web.PageRequest;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/** Gives somebody a role: the roles to choose from are those that the user could give on the chosen group. */
@Named
@ViewScoped
@Screen(path = "/access/give.xhtml", needs = Permission.GRANT_WRITE)
public class GrantGiveView implements Serializable {
    private static final int MOST_GROUPS = 200;
    private static final int MOST_USERS = 200;

    @Inject
    transient FindGrants find;

    @Inject
    transient FindGroups findGroups;

    @Inject
    transient GiveGrant give;

    @Inject
    transient Caller caller;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private String userId = "";
    private String name = "";
    private String email = "";
    private String groupId = "";
    private @Nullable Role role;
    private String until = "";
    private String reason = "";
    private boolean given;

    @PostConstruct
    void load() {
        userId = address.id("user")
                .flatMap(find::user)
                .map(user -> user.id().toString())
                .orElse("");
        groupId = address.id("group")
                .or(() -> desk.group().map(Desk.Chosen::id))
                .map(GroupId::new)
                .flatMap(findGroups::find)
                .filter(group ->
                        caller.may(Permission.GRANT_WRITE, group.place().path()))
                .or(() ->
                        isWholeTree() ? Optional.empty() : getGroups().stream().findFirst())
                .map(group -> group.id().toString())
                .orElse("");
    }

    /** Gives, once however often it is sent, and shows the list; stays where something is wrong. */
    public @Nullable String save() {
        if (!given) {
            notices.attempt(this::attempt, texts.get("access.notGiven"));
        }
        return given ? "/access/list.xhtml?faces-redirect=true" : null;
    }

    private void attempt() {
        var chosen = Optional.ofNullable(role).orElseThrow(() -> RuleViolation.at("/role", "field-required", Map.of()));
        var receiver = new GiveGrant.Receiver(id(userId), name, email);
        var place = id(groupId).map(GroupId::new);
        var grant = give.give(new GiveGrant.Wish(receiver, chosen, place, day(), Optional.of(reason)));
        given = true;
        var what = texts.with("access.given", grant.user().name(), texts.of(grant.role()));
        if (grant.user().known()) {
            notices.done(what);
        } else {
            var sent = grant.user().invitation().isPresent();
            notices.done(what, texts.get(sent ? "access.givenInvited" : "access.givenUnknown"));
        }
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(until.strip()).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException noDay) {
            throw RuleViolation.at("/until", "field-invalid", Map.of());
        }
    }

    private static Optional<UUID> id(String text) {
        return Optional.of(text).filter(present -> !present.isEmpty()).map(UUID::fromString);
    }

    /** Those who have something already, by name. */
    public List<GivenGrant.User> getUsers() {
        return find.users(Optional.empty(), new PageRequest(MOST_USERS, Optional.empty()));
    }

    /** The groups on which the user may give, by name. */
    public List<Group> getGroups() {
        return findGroups.within(Optional.empty(), Permission.GRANT_WRITE, MOST_GROUPS);
    }

    /** True for those who may give on the whole tree. */
    public boolean isWholeTree() {
        return caller.may(Permission.GRANT_WRITE, Grant.WHOLE_TREE);
    }

    /** The roles that the user could give there. */
    public List<Role> getRoles() {
        return find.roles(id(groupId).map(GroupId::new));
    }

    public String getUserId() {
        return userId;
    }

    /** The choice without a value comes as none. */
    public void setUserId(@Nullable String userId) {
        this.userId = Objects.requireNonNullElse(userId, "");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getGroupId() {
        return groupId;
    }

    /** The choice without a value comes as none. */
    public void setGroupId(@Nullable String groupId) {
        this.groupId = Objects.requireNonNullElse(groupId, "");
    }

    public @Nullable Role getRole() {
        return role;
    }

    public void setRole(@Nullable Role role) {
        this.role = role;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
