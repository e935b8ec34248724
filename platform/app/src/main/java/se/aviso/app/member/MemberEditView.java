package se.aviso.app.member;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.RuleViolation;
import se.aviso.link.AddressesOnFile;

/**
 * Changes what is known of a member. Keeps the version that was shown: who saves over a change of somebody else's is
 * told, keeps what they wrote, and changes nothing.
 */
@Named
@ViewScoped
@Screen(path = "/member/edit.xhtml", needs = Permission.MEMBER_WRITE)
public class MemberEditView implements Serializable {
    @Inject
    transient FindMembers find;

    @Inject
    transient ChangeMember change;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private long version;
    private String name = "";
    private String masked = "";
    private MemberDraft draft = new MemberDraft();
    private List<String> mailboxes = List.of();
    private boolean overtaken;

    @PostConstruct
    void load() {
        address.id("id")
                .flatMap(wanted -> find.find(wanted, Permission.MEMBER_WRITE))
                .filter(found -> !found.member().privacy().isErased())
                .ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(FindMembers.Versioned found) {
        id = found.member().id().value();
        version = found.version();
        name = found.member().name().full();
        masked = found.member().maskedNumber().orElse("");
        draft = MemberDraft.of(found.member());
        mailboxes = draft.mailboxes();
    }

    /** Saves, and shows the member; stays where something is wrong. */
    public @Nullable String save() {
        var member = id;
        if (member == null) {
            return null;
        }
        overtaken = false;
        var saved = notices.attempt(
                () -> change.change(member, this::requireSame, draft.changes()), texts.get("member.notSaved"));
        if (saved) {
            tell();
        }
        return saved ? "/member/detail.xhtml?faces-redirect=true&id=" + member : null;
    }

    /** Whoever changes an address is told why nobody can log in by it at once. */
    private void tell() {
        var done = texts.with("member.saved", draft.fullName());
        if (draft.mailboxes().equals(mailboxes)) {
            notices.done(done);
        } else {
            notices.done(done, texts.with("member.savedMailbox", AddressesOnFile.WAIT));
        }
    }

    private void requireSame(long current) {
        overtaken = current != version;
        if (overtaken) {
            throw RuleViolation.at("/version", "changed-meanwhile", Map.of()); // told by the page in words of its own
        }
    }

    /** The member; null for one that the user may not change. */
    public @Nullable UUID getId() {
        return id;
    }

    /** The version that the page was opened with. */
    public long getVersion() {
        return version;
    }

    /** As the member was called when the page was opened. */
    public String getName() {
        return name;
    }

    /** What is written, by pointer. */
    public Map<String, String> getFields() {
        return draft.fields();
    }

    /** What may be shown of the personal number; empty where none is kept. */
    public String getMasked() {
        return masked;
    }

    /** True when whereabouts are not shown. */
    public boolean isGuarded() {
        return draft.isHidden();
    }

    /** The channels to choose from. */
    public List<Channel> getChannels() {
        return List.of(Channel.values());
    }

    /** True when somebody else has changed the member since the page was opened. */
    public boolean isOvertaken() {
        return overtaken;
    }
}
