package se.aviso.app.access;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.access.Role;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;

/** Asks once more before a grant is taken back. */
@Named
@ViewScoped
@Screen(path = "/access/take.xhtml", needs = Permission.GRANT_WRITE)
public class GrantTakeView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient FindGrants find;

    @Inject
    transient GiveGrant give;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID id = NONE;
    private String user = "";
    private String place = "";
    private @Nullable Role role;
    private String reason = "";

    @PostConstruct
    void load() {
        id = address.id("id").orElse(NONE);
        find.find(id).filter(find::mayTake).ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(GivenGrant grant) {
        user = grant.user().name();
        place = grant.place().map(GivenGrant.Place::name).orElseGet(() -> texts.get("access.wholeTree"));
        role = grant.role();
    }

    /** Takes it back, and goes to the list; stays where something is wrong. */
    public @Nullable String take() {
        if (!notices.attempt(() -> give.takeBack(id, Optional.of(reason)), texts.get("access.notTaken"))) {
            return null;
        }
        notices.done(texts.with("access.taken", user, role == null ? "" : texts.of(role)));
        return "/access/list.xhtml?faces-redirect=true";
    }

    /** Who loses it. */
    public String getUser() {
        return user;
    }

    /** Where it stands. */
    public String getPlace() {
        return place;
    }

    /** What it is; null for one that cannot be taken. */
    public @Nullable Role getRole() {
        return role;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
