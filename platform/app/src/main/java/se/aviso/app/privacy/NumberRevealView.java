package se.aviso.app.privacy;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.Member;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;

/**
 * Asks why before a personal number is shown whole. It is shown by the answer to that request alone, and kept nowhere.
 */
@Named
@ViewScoped
@Screen(path = "/privacy/number.xhtml", needs = Permission.PERSONAL_NUMBER_READ)
public class NumberRevealView implements Serializable {
    @Inject
    transient FindMembers find;

    @Inject
    transient RevealPersonalNumber reveal;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private String name = "";
    private String masked = "";
    private String reason = "";
    private transient String whole = "";

    @PostConstruct
    void load() {
        address.id("id")
                .flatMap(wanted -> find.whole(wanted, Permission.PERSONAL_NUMBER_READ))
                .map(FindMembers.Versioned::member)
                .filter(member -> member.maskedNumber().isPresent())
                .ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(Member member) {
        id = member.id().value();
        name = member.name().full();
        masked = member.maskedNumber().orElse("");
    }

    /** Shows the number; stays masked where nothing is said, or something is wrong. */
    @ActNeeds(Permission.PERSONAL_NUMBER_READ)
    public void reveal() {
        var member = id;
        if (member != null) {
            notices.attempt(
                    () -> whole =
                            reveal.reveal(member, Optional.ofNullable(reason)).whole(),
                    texts.get("privacy.number.not"));
        }
    }

    /** The member; null for one who is not there, or has no number. */
    public @Nullable UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    /** The number, whole once it was asked for, else masked. */
    public String getNumber() {
        return isShown() ? whole : masked;
    }

    /** True when the number stands there whole. */
    public boolean isShown() {
        return whole != null && !whole.isEmpty(); // null in a view that was put away
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
