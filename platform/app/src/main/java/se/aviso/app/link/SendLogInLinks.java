package se.aviso.app.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginHost;
import se.aviso.app.server.MailConfig;
import se.aviso.app.server.ModeConfig;
import se.aviso.dispatch.Channel;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Receipt;

/** Sends links to log in through the mail channel, a chunk at a time, with no transaction open meanwhile. */
@ApplicationScoped
public class SendLogInLinks {
    private static final System.Logger LOG = System.getLogger(SendLogInLinks.class.getName());
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int CHUNK = 20;

    @Inject
    LogInOutbox outbox;

    @Inject
    PluginHost plugins;

    @Inject
    MailConfig mail;

    @Inject
    ModeConfig mode;

    @Inject
    PluginCalls calls;

    @Inject
    Clock clock;

    /** Sends a chunk of the thread's tenant; true when there may be more. */
    public boolean sendSome() {
        var channel = plugins.extensions(DispatchChannel.class).stream()
                .filter(each -> each.name().equals(Channel.EMAIL.name()))
                .findFirst();
        return channel.filter(this::send).isPresent();
    }

    /** Removes what has ended. */
    public int purge() {
        return outbox.purge();
    }

    private boolean send(DispatchChannel channel) {
        var letters = outbox.take(CHUNK);
        if (letters.isEmpty()) {
            return false;
        }
        var base = mode.baseUrl().toString();
        var messages =
                letters.stream().map(letter -> LogInMail.of(letter, base)).toList();
        var context = new PluginContext(mail.asSettings(), clock, false);
        var receipts = calls.call(channel, LIMIT, () -> channel.send(messages, context)).stream()
                .collect(Collectors.toMap(Receipt::messageId, Function.identity(), (one, other) -> one));
        for (var letter : letters) {
            var receipt = receipts.get(letter.id());
            if (receipt != null) {
                outbox.record(letter, receipt);
                LOG.log(
                        System.Logger.Level.INFO,
                        "link to log in {0}: {1}",
                        letter.id(),
                        receipt.getClass().getSimpleName());
            }
        }
        return true;
    }
}
