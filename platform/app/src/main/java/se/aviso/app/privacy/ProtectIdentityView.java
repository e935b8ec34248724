package se.aviso.app.privacy;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.member.FindMembers;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.kernel.RuleViolation;

/** Sets or clears the protection of an identity, for a reason that is kept. */
@Named
@ViewScoped
@Screen(path = "/privacy/protect.xhtml", needs = Permission.PROTECTED_READ)
public class ProtectIdentityView implements Serializable {
    @Inject
    transient FindMembers find;

    @Inject
    transient ProtectIdentity protect;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private long version;
    private String name = "";
    private boolean guarded;
    private String reason = "";

    @PostConstruct
    void load() {
        address.id("id")
                .flatMap(wanted -> find.whole(wanted, Permission.PROTECTED_READ))
                .filter(found -> !found.member().privacy().isErased())
                .ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(FindMembers.Versioned found) {
        id = found.member().id().value();
        version = found.version();
        name = found.member().name().full();
        guarded = found.member().privacy().protectedIdentity();
    }

    /** Turns it round, and shows the member. */
    @ActNeeds(Permission.PROTECTED_READ)
    public @Nullable String turn() {
        var member = id;
        if (member == null) {
            return null;
        }
        var done = notices.attempt(
                () -> protect.set(member, this::requireSame, !guarded, Optional.ofNullable(reason)),
                texts.get("privacy.protect.not"));
        if (done) {
            notices.done(texts.with(guarded ? "privacy.protect.opened" : "privacy.protect.done", name));
        }
        return done ? "/member/detail.xhtml?faces-redirect=true&id=" + member : null;
    }

    private void requireSame(long current) {
        if (current != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    /** The member; null for one who is not there. */
    public @Nullable UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    /** True when the identity is protected now. */
    public boolean isGuarded() {
        return guarded;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
