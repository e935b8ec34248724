package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.member.Channel;
import se.aviso.app.plugin.PluginHost;
import se.aviso.app.server.MailConfig;
import se.aviso.app.server.ModeConfig;
import se.aviso.invoice.InvoiceKind;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;
import se.aviso.spi.summary.SummarisedLines;

/** Makes documents and hands them to channels, a chunk at a time, with no transaction open meanwhile. */
@ApplicationScoped
public class SendDispatches {
    private static final System.Logger LOG = System.getLogger(SendDispatches.class.getName());
    private static final int CHUNK = 20;
    private static final int MOST_ATTEMPTS = 8;

    @Inject
    Outbox outbox;

    @Inject
    SummaryPlugins summaryPlugins;

    @Inject
    DocumentWriter writer;

    @Inject
    PluginHost plugins;

    @Inject
    MailConfig mail;

    @Inject
    ModeConfig mode;

    @Inject
    Clock clock;

    /** Sends a chunk through each channel that is installed; true when there may be more. */
    public boolean sendSome() {
        var more = false;
        for (var channel : plugins.extensions(DispatchChannel.class)) {
            more |= named(channel.name()).map(kind -> send(kind, channel)).orElse(false);
        }
        return more;
    }

    /** Puts back, or holds, what a dead node left in the middle. */
    public void recover(Duration olderThan) {
        outbox.recover(olderThan);
    }

    private boolean send(Channel kind, DispatchChannel channel) {
        var taken = outbox.take(kind, CHUNK);
        if (taken.dispatches().isEmpty()) {
            return false;
        }
        var letters = new Letters(taken.logos());
        var summaries = arranged(taken);
        var messages = new ArrayList<Message>();
        var failed = new ArrayList<DispatchStore.Outcome>();
        for (var dispatch : taken.dispatches()) {
            var stored = Optional.ofNullable(taken.documents().get(dispatch.invoice()))
                    .orElseThrow();
            try {
                var content = content(taken, dispatch, stored, summary(summaries, dispatch));
                message(kind, letters, dispatch, content)
                        .ifPresentOrElse(messages::add, () -> failed.add(failed(dispatch.id(), "no address")));
            } catch (RuntimeException unwritable) {
                // one document that cannot be made must not hold up those that were taken with it
                LOG.log(System.Logger.Level.ERROR, "no document for dispatch " + dispatch.id(), unwritable);
                failed.add(failed(dispatch.id(), "the document could not be made"));
            }
        }
        var still = outbox.handingOver(
                messages.stream().map(Message::id).toList(),
                messages.stream()
                        .map(message -> hash(message.attachments().get(0).content()))
                        .toList());
        messages.removeIf(message -> !still.contains(message.id()));
        var context = new PluginContext(mail.asSettings(), clock, false);
        var receipts = PluginHost.calling(channel, () -> channel.send(messages, context));
        failed.addAll(receipts.stream()
                .map(receipt -> outcome(receipt, taken.dispatches()))
                .toList());
        outbox.record(failed);
        return true;
    }

    /**
     * The rows that are kept, and those that the tenant's plugin arranges now, which are kept before anything leaves.
     */
    private Map<UUID, SummarisedLines> arranged(Outbox.Taken taken) {
        var all = new HashMap<>(taken.summaries());
        taken.summaryBy().ifPresent(name -> {
            var missing = taken.documents().values().stream()
                    .filter(stored -> !all.containsKey(stored.invoice().id().value())
                            && stored.invoice().draft().kind() != InvoiceKind.CREDIT_NOTE)
                    .toList();
            var arranged = summaryPlugins.arrange(name, missing);
            outbox.keep(arranged.values());
            all.putAll(arranged);
        });
        return all;
    }

    private static Optional<SummarisedLines> summary(Map<UUID, SummarisedLines> summaries, Dispatch dispatch) {
        return Optional.ofNullable(summaries.get(dispatch.invoice()));
    }

    private Optional<Message> message(Channel kind, Letters letters, Dispatch dispatch, Letters.Content content) {
        var stored = content.stored();
        return address(kind, stored.snapshot().recipient())
                .map(address ->
                        letters.message(dispatch, content, address, writer.pdf(data(letters, dispatch, content))));
    }

    private Letters.Content content(
            Outbox.Taken taken, Dispatch dispatch, InvoiceStore.Stored stored, Optional<SummarisedLines> summary) {
        var credits = Optional.ofNullable(taken.credits().get(dispatch.invoice()));
        return new Letters.Content(stored, link(taken, dispatch), credits, summary);
    }

    private static DocumentData data(Letters letters, Dispatch dispatch, Letters.Content content) {
        var stored = content.stored();
        return switch (dispatch.document()) {
            case INVOICE, REMINDER -> letters.data(dispatch.reminder(), stored, content.summary());
            case CREDIT_NOTE -> letters.creditNote(stored, content.credits().orElseThrow());
            case REMINDER_RECALLED -> letters.correction(dispatch.reminder().orElseThrow(), stored, content.summary());
            case OFFER_WITHDRAWN -> letters.withdrawn(stored, content.summary());
        };
    }

    /** The address that opens the invoice; empty in what is no mail. */
    private String link(Outbox.Taken taken, Dispatch dispatch) {
        return Optional.ofNullable(taken.links().get(dispatch.id()))
                .map(key -> mode.baseUrl() + "/public/pay.xhtml?key=" + key.text())
                .orElse("");
    }

    /** The address in the channel's own form. */
    private static Optional<String> address(Channel kind, InvoiceSnapshot.Recipient recipient) {
        return switch (kind) {
            case EMAIL -> recipient.email();
            case LETTER -> Optional.of(String.join("\n", recipient.addressLines()));
        };
    }

    private DispatchStore.Outcome failed(UUID id, String reason) {
        return new DispatchStore.Outcome(id, DispatchState.FAILED, "", reason, clock.instant());
    }

    private DispatchStore.Outcome outcome(Receipt receipt, List<Dispatch> dispatches) {
        var now = clock.instant();
        var id = receipt.messageId();
        if (receipt instanceof Receipt.Accepted accepted) {
            return new DispatchStore.Outcome(id, DispatchState.SENT, accepted.providerReference(), "", now);
        }
        if (receipt instanceof Receipt.Refused refused) {
            return new DispatchStore.Outcome(id, DispatchState.FAILED, "", refused.reason(), now);
        }
        if (receipt instanceof Receipt.Deferred deferred) {
            return deferred(id, deferred.reason(), attempts(dispatches, id), now);
        }
        return new DispatchStore.Outcome(id, DispatchState.UNKNOWN, "", ((Receipt.Unknown) receipt).reason(), now);
    }

    /** Tried again after 10 s, 20 s, 40 s …; given up after some twenty minutes. */
    private static DispatchStore.Outcome deferred(UUID id, String reason, int attempts, Instant now) {
        var last = attempts + 1 >= MOST_ATTEMPTS;
        var state = last ? DispatchState.FAILED : DispatchState.QUEUED;
        return new DispatchStore.Outcome(id, state, "", reason, now.plusSeconds(10L << Math.min(attempts, 10)));
    }

    private static int attempts(List<Dispatch> dispatches, UUID id) {
        return dispatches.stream()
                .filter(dispatch -> dispatch.id().equals(id))
                .mapToInt(Dispatch::attempts)
                .findFirst()
                .orElse(0);
    }

    private static Optional<Channel> named(String name) {
        return List.of(Channel.values()).stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
