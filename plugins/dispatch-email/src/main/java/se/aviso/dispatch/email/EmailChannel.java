package se.aviso.dispatch.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Capability;
import se.aviso.spi.dispatch.Delivery;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Notice;
import se.aviso.spi.dispatch.Receipt;

/**
 * Sends messages through an SMTP server. The connection lives as long as the call; of the last one is kept only what
 * the library has read of itself for a server.
 */
@Extension
public class EmailChannel implements DispatchChannel {
    private static final System.Logger LOG = System.getLogger(EmailChannel.class.getName());

    private volatile @Nullable Held last;

    /** What was last asked for, and what the library made of it. */
    private record Held(SmtpSettings settings, Session session) {}

    @Override
    public String name() {
        return "EMAIL";
    }

    @Override
    public Set<String> secretSettings() {
        return Set.of("password", "bouncePassword");
    }

    @Override
    public Set<String> addressSettings() {
        return Set.of("host", "port", "bounceHost", "bouncePort");
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.DOCUMENTS, Capability.NOTICES);
    }

    @Override
    public Optional<String> refusal(Message.Recipient recipient) {
        return MailWriter.refusal(recipient.address());
    }

    @Override
    public List<Delivery> read(Notice notice, PluginContext context) {
        return notice.mediaType().equals("message/rfc822")
                ? withMailsOwnLoader(() -> new BounceReader().read(notice.content()))
                : List.of();
    }

    @Override
    public List<Notice> collect(PluginContext context) {
        var box = BounceBox.of(context).filter(any -> !context.dryRun());
        return withMailsOwnLoader(() -> {
            try {
                return box.isEmpty() ? List.<Notice>of() : box.get().collect();
            } catch (MessagingException | IOException unreachable) {
                LOG.log(System.Logger.Level.WARNING, "the mailbox of bounces cannot be read", unreachable);
                return List.<Notice>of();
            }
        });
    }

    @Override
    public void settled(List<Notice> notices, PluginContext context) {
        var box = BounceBox.of(context).filter(any -> !context.dryRun() && !notices.isEmpty());
        withMailsOwnLoader(() -> {
            try {
                if (box.isPresent()) {
                    box.get().settle(notices);
                }
                return true;
            } catch (MessagingException unreachable) {
                LOG.log(System.Logger.Level.WARNING, "bounces that were kept come again", unreachable);
                return false;
            }
        });
    }

    @Override
    public List<Receipt> send(List<Message> messages, PluginContext context) {
        var settings = SmtpSettings.of(context);
        if (settings.isEmpty()) {
            return all(messages, "The settings host and from are missing or wrong.");
        }
        return withMailsOwnLoader(() -> send(messages, settings.get(), context));
    }

    private List<Receipt> send(List<Message> messages, SmtpSettings settings, PluginContext context) {
        var session = session(settings);
        var writer = new MailWriter(session, settings, context.clock());
        var receipts = new ArrayList<Receipt>(messages.size());
        try (var postman = new Postman(session, settings)) {
            for (var message : messages) {
                receipts.add(sendOne(message, writer, context.dryRun() ? Optional.empty() : Optional.of(postman)));
            }
        }
        return receipts;
    }

    /** Makes one where the server is not the last one's: the library searches the whole class path each time. */
    private Session session(SmtpSettings settings) {
        var held = last;
        if (held == null || !held.settings.equals(settings)) {
            held = new Held(settings, Session.getInstance(settings.properties()));
            last = held;
        }
        return held.session;
    }

    private static Receipt sendOne(Message message, MailWriter writer, Optional<Postman> postman) {
        try {
            var mail = writer.write(message);
            return postman.map(p -> p.deliver(message.id(), mail))
                    .orElseGet(() -> new Receipt.Accepted(message.id(), writer.messageId(message.id())));
        } catch (MailWriter.NotAMail notAMail) {
            return new Receipt.Refused(message.id(), notAMail.reason());
        }
    }

    private static List<Receipt> all(List<Message> messages, String reason) {
        return messages.stream()
                .<Receipt>map(message -> Receipt.Deferred.closed(message.id(), reason))
                .toList();
    }

    /**
     * Jakarta Mail looks for its parts through the thread's context class loader; a worker thread's, or a plugin's own,
     * does not see them.
     */
    private static <T> T withMailsOwnLoader(Supplier<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
