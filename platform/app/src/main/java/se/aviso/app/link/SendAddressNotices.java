package se.aviso.app.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import se.aviso.app.member.AddressNotices;
import se.aviso.app.member.AddressNotices.Notice;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginHost;
import se.aviso.app.server.MailConfig;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.dispatch.Channel;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;

/** Tells addresses that they were taken off a member, through the mail channel, with no transaction open meanwhile. */
@ApplicationScoped
public class SendAddressNotices {
    private static final System.Logger LOG = System.getLogger(SendAddressNotices.class.getName());
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int CHUNK = 20;

    @Inject
    AddressNotices notices;

    @Inject
    PluginHost plugins;

    @Inject
    ShowTenant tenant;

    @Inject
    MailConfig mail;

    @Inject
    PluginCalls calls;

    @Inject
    Clock clock;

    /** Sends a chunk of the thread's tenant; true when there may be more. */
    public boolean sendSome() {
        var channel = plugins.extensions(DispatchChannel.class).stream()
                .filter(each -> each.name().equals(Channel.EMAIL.name()))
                .findFirst();
        return channel.filter(each -> send(each, notices.take(CHUNK))).isPresent();
    }

    private boolean send(DispatchChannel channel, List<Notice> taken) {
        if (taken.isEmpty()) {
            return false;
        }
        var sender = tenant.profile().naming().name();
        var messages = taken.stream().map(notice -> mail(notice, sender)).toList();
        var context = new PluginContext(mail.asSettings(), clock, false);
        for (var receipt : calls.call(channel, LIMIT, () -> channel.send(messages, context))) {
            if (!(receipt instanceof Receipt.Deferred)) {
                notices.done(receipt.messageId());
            }
            LOG.log(
                    System.Logger.Level.INFO,
                    "notice {0} to a former address in tenant {1}: {2}",
                    receipt.messageId(),
                    Tenancy.required(),
                    receipt.getClass().getSimpleName());
        }
        return taken.size() == CHUNK;
    }

    private static Message mail(Notice notice, String sender) {
        var words = MailWords.in(notice.language());
        return new Message(
                notice.id(),
                new Message.Sender(sender, ""),
                new Message.Recipient(notice.name(), notice.address()),
                new Message.Body(
                        words.with("formerSubject", notice.name(), sender),
                        words.with("formerText", notice.name(), sender)),
                List.of());
    }
}
