package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import se.aviso.app.channel.Way;
import se.aviso.app.channel.Ways;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.dispatch.Backoff;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.Money;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.PrintBatch;
import se.aviso.spi.dispatch.Receipt;

/** Makes documents and hands them to channels, a chunk at a time, with no transaction open meanwhile. */
@ApplicationScoped
public class SendDispatches {
    private static final int CHUNK = 20;

    /** A print house charges for a batch, and a batch is one file. */
    private static final int PRINT_CHUNK = 200;

    /** Until a plugin that was not called is asked again. */
    private static final Duration REST = Duration.ofMinutes(1);

    @Inject
    Outbox outbox;

    @Inject
    WriteMessages write;

    @Inject
    Ways ways;

    @Inject
    Clock clock;

    private final SecureRandom chance = new SecureRandom();

    /**
     * Sends a chunk through each channel that something waits for and the tenant can use; true when there may be more.
     */
    public boolean sendSome() {
        var more = false;
        for (var way : ways.open(outbox.waiting())) {
            more |= send(way);
        }
        return more;
    }

    /** Puts back, or holds, what a dead node left in the middle. */
    public void recover(Duration olderThan) {
        outbox.recover(olderThan);
    }

    private boolean send(Way way) {
        var taken = outbox.take(way, way.prints() ? PRINT_CHUNK : CHUNK);
        if (taken.dispatches().isEmpty()) {
            return false;
        }
        var written = write.write(way, taken);
        var attempts = new HashMap<UUID, Integer>();
        taken.dispatches().forEach(dispatch -> attempts.put(dispatch.id(), dispatch.attempts()));
        var outcomes = new ArrayList<DispatchStore.Outcome>();
        written.failed().forEach((id, reason) -> outcomes.add(failed(id, reason, attempts)));
        var messages = new ArrayList<>(written.messages());
        var still = outbox.handingOver(
                messages.stream().map(Message::id).toList(),
                messages.stream()
                        .map(message -> ShowSentDocument.hash(
                                message.attachments().get(0).content()))
                        .toList());
        messages.removeIf(message -> !still.contains(message.id()));
        outcomes.addAll(handOverSafely(way, messages, attempts));
        outbox.record(outcomes);
        return true;
    }

    /** A plugin that was called and said nothing may have sent; one that was not called has not. */
    private List<DispatchStore.Outcome> handOverSafely(Way way, List<Message> messages, Map<UUID, Integer> attempts) {
        try {
            return handOver(way, messages, attempts);
        } catch (PluginFailure silent) {
            return messages.stream()
                    .map(message ->
                            silent(message.id(), silent.kind(), Objects.requireNonNull(attempts.get(message.id()))))
                    .toList();
        }
    }

    private DispatchStore.Outcome silent(UUID id, PluginFailure.Kind kind, int attempts) {
        var reason = "plugin: " + kind;
        var free = Money.ore(0);
        return switch (kind) {
            case HUNG, FAILED ->
                new DispatchStore.Outcome(id, DispatchState.UNKNOWN, "", reason, clock.instant(), 1 + attempts, free);
            case BUSY, RESTING, OFF ->
                new DispatchStore.Outcome(
                        id, DispatchState.QUEUED, "", reason, clock.instant().plus(REST), attempts, free);
        };
    }

    private List<DispatchStore.Outcome> handOver(Way way, List<Message> messages, Map<UUID, Integer> attempts) {
        if (messages.isEmpty()) {
            return List.of();
        }
        var costs = new HashMap<UUID, Money>();
        var each = way.call((plugin, context) -> plugin.costs(messages, context));
        for (var i = 0; i < messages.size(); i++) {
            costs.put(messages.get(i).id(), each.get(i));
        }
        var receipts = way.prints()
                ? way.call((plugin, context) -> plugin.print(batch(messages), context))
                : way.call((plugin, context) -> plugin.send(messages, context));
        return receipts.stream()
                .map(receipt -> outcome(
                        receipt,
                        1 + Objects.requireNonNull(attempts.get(receipt.messageId())),
                        Objects.requireNonNull(costs.get(receipt.messageId()))))
                .toList();
    }

    private static PrintBatch batch(List<Message> messages) {
        var file = PrintFile.of(messages.stream()
                .map(message -> message.attachments().get(0).content())
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
        return new PrintBatch(bare, file.pdf(), file.pages());
    }

    private DispatchStore.Outcome failed(UUID id, String reason, Map<UUID, Integer> attempts) {
        var made = Objects.requireNonNull(attempts.get(id));
        return new DispatchStore.Outcome(id, DispatchState.FAILED, "", reason, clock.instant(), made, Money.ore(0));
    }

    private DispatchStore.Outcome outcome(Receipt receipt, int attempt, Money cost) {
        var now = clock.instant();
        var id = receipt.messageId();
        var free = Money.ore(0);
        if (receipt instanceof Receipt.Accepted accepted) {
            return new DispatchStore.Outcome(
                    id, DispatchState.SENT, accepted.providerReference(), "", now, attempt, cost);
        }
        if (receipt instanceof Receipt.Refused refused) {
            return new DispatchStore.Outcome(id, DispatchState.FAILED, "", refused.reason(), now, attempt, free);
        }
        if (receipt instanceof Receipt.Deferred deferred) {
            var state = Backoff.OF_DISPATCHES.isOver(attempt) ? DispatchState.FAILED : DispatchState.QUEUED;
            var again = now.plus(Backoff.OF_DISPATCHES.after(attempt, chance.nextDouble()));
            return new DispatchStore.Outcome(id, state, "", deferred.reason(), again, attempt, free);
        }
        var reason = ((Receipt.Unknown) receipt).reason();
        return new DispatchStore.Outcome(id, DispatchState.UNKNOWN, "", reason, now, attempt, cost);
    }
}
