package se.aviso.app.dispatch;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.dispatch.DispatchState;

/** Asks once more before a document is sent again: where nobody knows how the last time ended, it may come twice. */
@Named
@ViewScoped
@Screen(path = "/dispatch/resend.xhtml", needs = Permission.RUN_WRITE)
public class DispatchResendView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient ResendDispatch resend;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID id = NONE;
    private String number = "";
    private String recipient = "";
    private DispatchState state = DispatchState.UNKNOWN;

    @PostConstruct
    void load() {
        id = address.id("id").orElse(NONE);
        resend.find(id).ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(FindDispatches.Listed dispatch) {
        number = dispatch.number();
        recipient = dispatch.recipient();
        state = dispatch.seen().state();
    }

    /** Sends it again, and goes back to the list. */
    public String send() {
        var sent = notices.attempt(() -> resend.resend(id), texts.get("dispatch.resend.not"));
        if (sent) {
            notices.done(texts.with("dispatch.resend.done", number, recipient));
        }
        return "/dispatch/list.xhtml?faces-redirect=true";
    }

    /** The invoice's number. */
    public String getNumber() {
        return number;
    }

    /** Whom it goes to. */
    public String getRecipient() {
        return recipient;
    }

    /** How the last time ended. */
    public DispatchState getState() {
        return state;
    }

    /** True when the last time may have reached the recipient after all. */
    public boolean isPerhapsTwice() {
        return state == DispatchState.UNKNOWN;
    }
}
