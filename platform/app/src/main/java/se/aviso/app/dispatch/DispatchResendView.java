package se.aviso.app.dispatch;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.dispatch.Channel;
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
    transient SendByChannel sendBy;

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
    private Channel last = Channel.EMAIL;
    private Channel channel = Channel.EMAIL;

    @PostConstruct
    void load() {
        id = address.id("id").orElse(NONE);
        resend.find(id).ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(FindDispatches.Listed dispatch) {
        number = dispatch.number();
        recipient = dispatch.recipient();
        state = dispatch.seen().state();
        last = dispatch.seen().channel();
        channel = last;
    }

    /** Sends it again, and goes back to the list. */
    public String send() {
        var sent = notices.attempt(this::queue, texts.get("dispatch.resend.not"));
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

    private void queue() {
        if (channel == last) {
            resend.resend(id);
        } else {
            sendBy.send(id, channel);
        }
    }

    /** The channel of the last time, and those by which the recipient can be reached beside it. */
    public List<Channel> getChannels() {
        return Stream.concat(Stream.of(last), sendBy.channels(id).stream())
                .distinct()
                .toList();
    }

    public Channel getChannel() {
        return channel;
    }

    public void setChannel(Channel chosen) {
        channel = chosen;
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
