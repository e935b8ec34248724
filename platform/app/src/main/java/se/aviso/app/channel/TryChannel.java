package se.aviso.app.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import se.aviso.app.security.Caller;
import se.aviso.app.security.RateLimit;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.MobileNumber;
import se.aviso.kernel.RuleViolation;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;

/** Sends a test by a channel to whoever asks for it; no transaction is open meanwhile, and nothing is tried again. */
@ApplicationScoped
public class TryChannel {
    private static final int PER_MINUTE = 3;

    @Inject
    ChannelTests tests;

    @Inject
    Caller caller;

    @Inject
    RateLimit limit;

    @Inject
    ShowTenant tenant;

    /**
     * What became of a test.
     *
     * @param outcome SENT, REFUSED, DEFERRED or UNKNOWN
     * @param reason in the provider's or the plugin's words; empty where it was sent
     */
    public record Tried(String outcome, String reason) {}

    /** Sends it to that address, which is in the channel's own form or as people write it. */
    public Tried tryOut(Channel channel, String written) {
        var way = tests.allowed(channel)
                .orElseThrow(() -> RuleViolation.of("channel-not-ready", Map.of("channel", channel.name())));
        var address = address(channel, written);
        var id = Ids.next();
        var message = message(id, channel, address);
        if (way.plugin().refusal(message.recipient()).isPresent()) {
            throw RuleViolation.at("/address", "channel-address", Map.of());
        }
        if (limit.secondsUntilFree(caller.subject() + " channel test", PER_MINUTE) > 0) {
            throw RuleViolation.of("channel-tried-often", Map.of());
        }
        var receipts = way.call((plugin, context) -> plugin.send(List.of(message), context));
        var tried = told(receipts.get(0));
        tests.note(channel, tried.outcome());
        return tried;
    }

    private Message message(UUID id, Channel channel, String address) {
        var name = tenant.profile().naming().name();
        var body = new Message.Body(
                "Provutskick från " + name + " / Test from " + name,
                channel == Channel.SMS
                        ? name + ": provutskick från Aviso."
                        : "Detta är ett provutskick från Aviso.\nThis is a test from Aviso.\n");
        return new Message(
                id,
                new Message.Sender(name, ""),
                new Message.Recipient(caller.name(), address),
                body,
                List.of(new Message.Attachment("prov.pdf", "application/pdf", page())));
    }

    /** An empty page: what is tried is the way, not the document. */
    private static byte[] page() {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static String address(Channel channel, String written) {
        var number = channel == Channel.SMS ? MobileNumber.read(written) : Optional.<MobileNumber>empty();
        return number.map(MobileNumber::text).orElseGet(written::strip);
    }

    private static Tried told(Receipt receipt) {
        if (receipt instanceof Receipt.Refused refused) {
            return new Tried("REFUSED", refused.reason());
        }
        if (receipt instanceof Receipt.Deferred deferred) {
            return new Tried("DEFERRED", deferred.reason());
        }
        return receipt instanceof Receipt.Unknown unknown
                ? new Tried("UNKNOWN", unknown.reason())
                : new Tried("SENT", "");
    }
}
