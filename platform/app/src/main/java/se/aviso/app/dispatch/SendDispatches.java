package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.channel.Way;
import se.aviso.app.channel.Ways;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.app.server.ChannelConfig;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.Hold;
import se.aviso.kernel.Money;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.PrintBatch;

/** Makes documents and hands them to channels, a chunk at a time, with no transaction open meanwhile. */
@ApplicationScoped
public class SendDispatches {
    private static final System.Logger LOG = System.getLogger(SendDispatches.class.getName());
    private static final int CHUNK = 20;

    /** A print house charges for a batch, and a batch is one file. */
    private static final int PRINT_CHUNK = 200;

    @Inject
    Outbox outbox;

    @Inject
    Resting resting;

    @Inject
    LiveWork live;

    @Inject
    WriteMessages write;

    @Inject
    DocumentWriter writer;

    @Inject
    Ways ways;

    @Inject
    ChannelConfig config;

    @Inject
    Clock clock;

    private final SecureRandom chance = new SecureRandom();

    /** The channels that something waits for, and that do not rest. */
    public List<Channel> waiting() {
        return resting.waiting();
    }

    /** Sends a chunk through a channel, where the tenant can use it now; true when there may be more. */
    public boolean sendSome(Channel channel) {
        var more = false;
        if (!resting.isHeld(channel)) {
            for (var way : ways.open(List.of(channel))) {
                more |= send(way);
            }
        }
        return more;
    }

    /** Puts back, or holds, what a dead node left in the middle, and says of what waits in vain why it does. */
    public void recover() {
        resting.recover();
        resting.held().forEach((channel, hold) -> {
            ways.obstacle(channel)
                    .or(() -> hold.map(Hold::reason))
                    .ifPresent(reason -> resting.blocked(channel, reason));
            hold.ifPresent(any -> resting.giveUp(channel, any, config.givesUpAfter()));
        });
    }

    private boolean send(Way way) {
        if (!way.mayBeCalled()) {
            return false;
        }
        var taken = outbox.take(way, way.prints() ? PRINT_CHUNK : CHUNK);
        if (taken.dispatches().isEmpty()) {
            return false;
        }
        var chunk = live.begin(taken.dispatches());
        try {
            return send(way, taken);
        } finally {
            live.end(chunk);
        }
    }

    private boolean send(Way way, Outbox.Taken taken) {
        var written = write.write(way, taken);
        var outcomes = way.prints()
                ? Outcomes.asOne(taken.dispatches(), clock, chance.nextDouble())
                : Outcomes.each(taken.dispatches(), clock, chance::nextDouble);
        var found = new ArrayList<Outcome>();
        written.failed().forEach((id, reason) -> found.add(outcomes.unwritten(id, reason)));
        try {
            found.addAll(handOver(way, written, outcomes));
            return true;
        } catch (PluginFailure unpriced) {
            written.messages()
                    .forEach(message ->
                            found.add(outcomes.waits(message.id(), "plugin: " + unpriced.kind(), Outcomes.REST)));
            return false;
        } finally {
            outbox.record(way.channel(), found, chance.nextDouble());
        }
    }

    /**
     * Hands over what there is money for.
     *
     * @throws PluginFailure when the channel does not say what they cost; then nothing was handed over
     */
    private List<Outcome> handOver(Way way, WriteMessages.Written written, Outcomes outcomes) {
        var messages = written.messages();
        if (messages.isEmpty()) {
            return List.of();
        }
        var costs = costs(way, messages);
        var handed = outbox.handingOver(way, messages, costs);
        var found = new ArrayList<Outcome>();
        handed.tooDear().forEach(id -> found.add(outcomes.waits(id, Outbox.NO_MONEY, Outcomes.POOR)));
        var going = messages.stream()
                .filter(message -> handed.going().contains(message.id()))
                .toList();
        if (!going.isEmpty()) {
            var batch = way.prints() ? batch(going, written.papers()) : Optional.<PrintBatch>empty();
            found.addAll(
                    way.prints() && batch.isEmpty()
                            ? back(going, costs, outcomes)
                            : receipts(way, going, batch, costs, outcomes));
        }
        return found;
    }

    /** Nothing has left the house. */
    private static List<Outcome> back(List<Message> messages, Map<UUID, Money> costs, Outcomes outcomes) {
        return messages.stream()
                .map(message -> outcomes.back(
                        message.id(),
                        "the file for the print house could not be made",
                        Objects.requireNonNull(costs.get(message.id()))))
                .toList();
    }

    private static Map<UUID, Money> costs(Way way, List<Message> messages) {
        var each = way.call((plugin, context) -> each(plugin.costs(messages, context), messages.size()));
        var costs = new HashMap<UUID, Money>();
        for (var i = 0; i < messages.size(); i++) {
            costs.put(messages.get(i).id(), each.get(i));
        }
        return costs;
    }

    /** Refuses, in the plugin's own call, what is no answer: so it counts as a failure of the plugin. */
    static List<Money> each(List<Money> costs, int wanted) {
        if (costs.size() != wanted) {
            throw new IllegalStateException(costs.size() + " costs of " + wanted + " messages");
        }
        return List.copyOf(costs);
    }

    /** A plugin that was called and said nothing may have sent; one that was not called has not. */
    private static List<Outcome> receipts(
            Way way, List<Message> messages, Optional<PrintBatch> printed, Map<UUID, Money> costs, Outcomes outcomes) {
        try {
            var receipts = way.call((plugin, context) ->
                    printed.isPresent() ? plugin.print(printed.get(), context) : plugin.send(messages, context));
            return receipts.stream()
                    .map(receipt -> outcomes.of(receipt, Objects.requireNonNull(costs.get(receipt.messageId()))))
                    .toList();
        } catch (PluginFailure silent) {
            return messages.stream()
                    .map(message -> outcomes.silent(
                            message.id(), silent.kind(), Objects.requireNonNull(costs.get(message.id()))))
                    .toList();
        }
    }

    /** The letters' one file; none where it cannot be made. */
    private Optional<PrintBatch> batch(List<Message> messages, Map<UUID, DocumentData> papers) {
        try {
            return Optional.of(file(messages, papers));
        } catch (RuntimeException unwritable) {
            LOG.log(System.Logger.Level.ERROR, "no file of " + messages.size() + " documents", unwritable);
            return Optional.empty();
        }
    }

    /** It is written anew, with all that the letters have in common in it once. */
    private PrintBatch file(List<Message> messages, Map<UUID, DocumentData> papers) {
        var file = writer.printed(messages.stream()
                .map(message -> Objects.requireNonNull(papers.get(message.id())))
                .toList());
        var bare = messages.stream()
                .map(message -> new Message(
                        message.id(),
                        message.sender(),
                        message.recipient(),
                        message.body(),
                        List.of(),
                        message.noticesTo(),
                        message.facts()))
                .toList();
        var pages = file.pages().stream()
                .map(range -> new PrintBatch.Pages(range.first(), range.last()))
                .toList();
        return new PrintBatch(bare, file.pdf(), pages);
    }
}
