package se.aviso.app.member;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.dispatch.Channel;
import se.aviso.group.Group;
import se.aviso.kernel.RuleViolation;

/** Adds a member to a group; nothing is billed. */
@Named
@ViewScoped
@Screen(path = "/member/add.xhtml", needs = Permission.MEMBER_WRITE)
public class MemberAddView implements Serializable {
    private static final int MOST_GROUPS = 200;

    @Inject
    transient AddMember add;

    @Inject
    transient FindGroups groups;

    @Inject
    transient FindMembershipTypes types;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private MemberDraft draft = new MemberDraft();
    private @Nullable UUID added;

    @PostConstruct
    void load() {
        draft = MemberDraft.empty(desk.getLanguage());
        address.id("group")
                .or(() -> desk.group().map(Desk.Chosen::id))
                .ifPresent(group -> draft.fields().put("groupId", group.toString()));
    }

    /** Adds, once however often it is sent, and shows the member; stays where something is wrong. */
    public @Nullable String save() {
        if (added == null && notices.attempt(() -> added = add.add(member()), texts.get("member.notAdded"))) {
            notices.done(texts.with("member.added", draft.fullName()), texts.get("member.addedNow"));
        }
        return added == null ? null : "/member/detail.xhtml?faces-redirect=true&id=" + added;
    }

    private MemberBodies.NewMember member() {
        return draft.member(chosen("groupId", "unknown-group"), chosen("typeId", "unknown-type"));
    }

    private UUID chosen(String field, String otherwise) {
        try {
            return UUID.fromString(Objects.requireNonNullElse(draft.fields().get(field), "")); // null: none was chosen
        } catch (IllegalArgumentException nothing) {
            throw RuleViolation.at("/" + field, otherwise, Map.of());
        }
    }

    /** What is written, by pointer. */
    public Map<String, String> getFields() {
        return draft.fields();
    }

    /** The groups to choose from, by name. */
    public List<Group> getGroups() {
        return groups.within(desk.group().map(Desk.Chosen::path), Permission.MEMBER_WRITE, MOST_GROUPS);
    }

    /** The types to choose from. */
    public List<FindMemberships.Type> getTypes() {
        return types.open();
    }

    /** The channels to choose from. */
    public List<Channel> getChannels() {
        return List.of(Channel.values());
    }
}
