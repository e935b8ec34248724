package se.aviso.app.dispatch;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.invoice.InvoiceLook;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.dispatch.Channel;

/** Sends an invoice once more, by a channel that is chosen. */
@Named
@ViewScoped
@Screen(path = "/dispatch/send.xhtml", needs = Permission.INVOICE_WRITE)
public class InvoiceSendView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);
    private static final String INVOICE = "/invoice/detail.xhtml?faces-redirect=true&id=";

    @Inject
    transient SendInvoice send;

    @Inject
    InvoiceLook look;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID id = NONE;
    private String number = "";
    private Channel channel = Channel.EMAIL;

    @PostConstruct
    void load() {
        id = address.id("id").orElse(NONE);
        send.find(id).ifPresentOrElse(row -> number = row.number(), Absent::answer);
        getChannels().stream().findFirst().ifPresent(first -> channel = first);
    }

    /** Sends it, and shows the invoice; stays where it cannot be sent. */
    public String send() {
        var sent = notices.attempt(() -> send.send(id, channel), texts.get("dispatch.resend.not"));
        if (!sent) {
            return "";
        }
        notices.done(texts.with("dispatch.send.done", number, look.channel(channel)));
        return INVOICE + id;
    }

    /** The invoice. */
    public UUID getId() {
        return id;
    }

    /** The invoice's number. */
    public String getNumber() {
        return number;
    }

    /** The channels by which its recipient can be reached. */
    public List<Channel> getChannels() {
        return send.channels(id);
    }

    public Channel getChannel() {
        return channel;
    }

    public void setChannel(Channel chosen) {
        channel = chosen;
    }
}
