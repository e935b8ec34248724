package se.aviso.app.access;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.identity.Invitation;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;

/** Tells how far an invitation has come, and sends it again. */
@Named
@ViewScoped
@Screen(path = "/access/invite.xhtml", needs = Permission.GRANT_WRITE)
public class InviteView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient InviteAgain invite;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID id = NONE;
    private String name = "";
    private String email = "";
    private String state = "";

    @PostConstruct
    void load() {
        id = address.id("user").orElse(NONE);
        invite.find(id).filter(user -> !user.known()).ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(GivenGrant.User user) {
        name = user.name();
        email = user.email().orElse("");
        state = user.invitation().map(this::words).orElseGet(() -> texts.get("access.notInvited"));
    }

    private String words(Invitation invitation) {
        var why = invitation.failure().map(texts::of);
        var how = texts.of(invitation.state());
        return why.map(reason -> texts.with("access.stateAndWhy", how, reason)).orElse(how);
    }

    /** Sends it, and goes to the list. */
    public String send() {
        if (notices.attempt(() -> invite.invite(id), texts.get("access.notSentAgain"))) {
            notices.done(texts.with("access.sentAgain", name));
        }
        return "/access/list.xhtml?faces-redirect=true";
    }

    /** True where Aviso sends invitations at all. */
    public boolean isOn() {
        return invite.isOn();
    }

    /** True when somebody was found. */
    public boolean isThere() {
        return !name.isEmpty();
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    /** How far it has come, in words. */
    public String getState() {
        return state;
    }
}
