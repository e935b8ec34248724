package se.aviso.app.member;

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
import se.aviso.app.channel.Ways;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.RuleViolation;
import se.aviso.link.AddressesOnFile;

/**
 * People change by what they are reached. Keeps the version that was shown: who saves over a change of the office's is
 * told, keeps what they wrote, and changes nothing.
 */
@Named
@ViewScoped
@Screen(path = "/my/details.xhtml", needs = Permission.OWN_WRITE)
public class MyDetailsView implements Serializable {
    private static final String EMAIL = "/email";

    @Inject
    transient FindOwnDetails find;

    @Inject
    transient ChangeMember change;

    @Inject
    transient Ways ways;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private long version;
    private String name = "";
    private MemberDraft draft = new MemberDraft();
    private MemberDraft before = new MemberDraft();
    private List<String> changeable = List.of();
    private List<Channel> channels = List.of();
    private boolean overtaken;

    @PostConstruct
    void load() {
        var own = find.all();
        address.id("member")
                .or(() -> own.size() == 1 ? Optional.of(own.get(0).member().id().value()) : Optional.empty())
                .flatMap(wanted -> own.stream()
                        .filter(found -> found.member().id().value().equals(wanted))
                        .findFirst())
                .ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(FindMembers.Versioned found) {
        var member = found.member();
        id = member.id().value();
        version = found.version();
        name = member.name().full();
        draft = MemberDraft.of(member);
        before = MemberDraft.of(member);
        changeable = List.copyOf(find.rule(member).changeable());
        channels = List.copyOf(ways.cascade().wishes(member.contact().wish(), member.isMachineRead()));
    }

    /** Saves what was changed, and shows My pages; stays where something is wrong. */
    public @Nullable String save() {
        var member = id;
        if (member == null) {
            return null;
        }
        overtaken = false;
        var changes = draft.changesSince(before, changeable);
        var saved = changes.isEmpty()
                || notices.attempt(
                        () -> change.changeOwn(member, this::requireSame, changes), texts.get("my.detailsNot"));
        if (saved) {
            tell(changes.containsKey(EMAIL));
        }
        return saved ? "/my/home.xhtml?faces-redirect=true" : null;
    }

    private void tell(boolean mailbox) {
        if (mailbox) {
            notices.done(texts.get("my.detailsSaved"), texts.with("my.detailsMailbox", AddressesOnFile.WAIT));
        } else {
            notices.done(texts.get("my.detailsSaved"));
        }
    }

    private void requireSame(long current) {
        overtaken = current != version;
        if (overtaken) {
            throw RuleViolation.at("/version", "changed-meanwhile", Map.of()); // told by the page in words of its own
        }
    }

    /** The member; null for one that the user is not. */
    public @Nullable UUID getId() {
        return id;
    }

    /** The version that the page was opened with. */
    public long getVersion() {
        return version;
    }

    /** As the member is called. */
    public String getName() {
        return name;
    }

    /** What is written, by pointer. */
    public Map<String, String> getFields() {
        return draft.fields();
    }

    /** True where the e-mail address can be changed. */
    public boolean isMailboxOpen() {
        return changeable.contains(EMAIL);
    }

    /** True when whereabouts are not shown. */
    public boolean isGuarded() {
        return draft.isHidden();
    }

    /** The channels to choose from. */
    public List<Channel> getChannels() {
        return channels;
    }

    /** True when somebody else has changed the member since the page was opened. */
    public boolean isOvertaken() {
        return overtaken;
    }
}
