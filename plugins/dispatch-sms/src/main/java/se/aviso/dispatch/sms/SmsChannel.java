package se.aviso.dispatch.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pf4j.Extension;
import se.aviso.kernel.Money;
import se.aviso.kernel.SmsText;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Capability;
import se.aviso.spi.dispatch.Delivery;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Notice;
import se.aviso.spi.dispatch.Receipt;
import se.aviso.spi.dispatch.Submitted;

/** Sends the text of messages to mobile telephones; what is attached stays here, behind the link in the text. */
@Extension
public class SmsChannel implements DispatchChannel {
    private static final String NUMBER = "\\+[1-9][0-9]{7,14}";
    private static final int MOST_PARTS = 6;

    @Override
    public String name() {
        return "SMS";
    }

    @Override
    public Set<String> secretSettings() {
        return Set.of("user", "password");
    }

    @Override
    public Set<String> settings() {
        return Set.of("from");
    }

    @Override
    public Set<String> addressSettings() {
        return Set.of("apiUrl");
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.NOTICES, Capability.STATUS);
    }

    @Override
    public Optional<String> refusal(Message.Recipient recipient) {
        return recipient.address().matches(NUMBER)
                ? Optional.empty()
                : Optional.of("The number is not one that the world can dial.");
    }

    @Override
    public List<Money> costs(List<Message> messages, PluginContext context) {
        var piece = Long.parseLong(context.setting(PIECE, "0"));
        return messages.stream()
                .map(message ->
                        Money.ore(Math.multiplyExact(piece, (long) text(message).parts())))
                .toList();
    }

    @Override
    public List<Receipt> send(List<Message> messages, PluginContext context) {
        var settings = SmsSettings.of(context);
        if (settings.isEmpty()) {
            return messages.stream()
                    .<Receipt>map(message -> Receipt.Deferred.closed(
                            message.id(), "The settings user, from or apiUrl are missing or wrong."))
                    .toList();
        }
        var provider = new Provider(settings.get());
        var receipts = new ArrayList<Receipt>(messages.size());
        for (var message : messages) {
            receipts.add(sendOne(message, provider, context.dryRun()));
        }
        return receipts;
    }

    private Receipt sendOne(Message message, Provider provider, boolean dryRun) {
        var refusal = refusal(message.recipient());
        if (refusal.isPresent()) {
            return new Receipt.Refused(message.id(), refusal.get());
        }
        var text = text(message);
        if (text.text().isEmpty() || text.parts() > MOST_PARTS) {
            return new Receipt.Refused(message.id(), "The text is empty, or longer than a telephone takes.");
        }
        return dryRun ? new Receipt.Accepted(message.id(), message.id().toString()) : provider.submit(message, text);
    }

    @Override
    public List<Delivery> status(List<Submitted> submitted, PluginContext context) {
        var settings = SmsSettings.of(context);
        if (settings.isEmpty() || context.dryRun()) {
            return List.of();
        }
        var provider = new Provider(settings.get());
        return submitted.stream()
                .flatMap(each -> provider
                        .status(each.providerReference())
                        .flatMap(told -> state(told.status())
                                .map(state -> new Delivery(
                                        Optional.of(each.messageId()),
                                        each.providerReference(),
                                        state,
                                        reason(state),
                                        told.price())))
                        .stream())
                .toList();
    }

    @Override
    public List<Delivery> read(Notice notice, PluginContext context) {
        if (!Form.isOf(notice.mediaType())) {
            return List.of();
        }
        var fields = Form.read(notice.content());
        var id = fields.getOrDefault("id", "");
        if (id.isEmpty() || id.length() > 64) {
            return List.of();
        }
        return state(fields.getOrDefault("status", "")).stream()
                .map(state -> new Delivery(
                        Optional.empty(), id, state, reason(state), Price.read(fields.getOrDefault("cost", ""))))
                .toList();
    }

    private static Optional<Delivery.State> state(String status) {
        return switch (status) {
            case "created", "sent" -> Optional.of(Delivery.State.TAKEN);
            case "delivered" -> Optional.of(Delivery.State.DELIVERED);
            case "failed" -> Optional.of(Delivery.State.LOST);
            default -> Optional.empty();
        };
    }

    private static String reason(Delivery.State state) {
        return state == Delivery.State.LOST ? "The text could not be delivered to the telephone." : "";
    }

    private static SmsText text(Message message) {
        return new SmsText(message.body().text());
    }
}
