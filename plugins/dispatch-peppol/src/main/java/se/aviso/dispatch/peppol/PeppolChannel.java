package se.aviso.dispatch.peppol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pf4j.Extension;
import se.aviso.kernel.PeppolAddress;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Capability;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;

/**
 * Sends invoices and credit notes to organisations by the Peppol network: what breaks a rule of the network never
 * leaves, and is refused by the name of that rule.
 */
@Extension
public class PeppolChannel implements DispatchChannel {
    @Override
    public String name() {
        return "PEPPOL";
    }

    @Override
    public Set<String> secretSettings() {
        return Set.of("token");
    }

    @Override
    public Set<String> addressSettings() {
        return Set.of("apiUrl");
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.DOCUMENTS, Capability.FACTS);
    }

    @Override
    public Optional<String> refusal(Message.Recipient recipient) {
        return recipient.address().contains(":")
                        && PeppolAddress.read(recipient.address()).isPresent()
                ? Optional.empty()
                : Optional.of("The address is none of the Peppol network.");
    }

    @Override
    public List<Receipt> send(List<Message> messages, PluginContext context) {
        var settings = PeppolSettings.of(context);
        if (settings.isEmpty()) {
            return messages.stream()
                    .<Receipt>map(message -> Receipt.Deferred.closed(
                            message.id(), "The settings folder, or token and apiUrl, are missing or wrong."))
                    .toList();
        }
        var point = settings.get().open();
        var receipts = new ArrayList<Receipt>(messages.size());
        for (var message : messages) {
            receipts.add(sendOne(message, point, context.dryRun()));
        }
        return receipts;
    }

    private Receipt sendOne(Message message, AccessPoint point, boolean dryRun) {
        try {
            var document = document(message);
            return dryRun
                    ? new Receipt.Accepted(message.id(), message.id().toString())
                    : point.put(message.id(), document);
        } catch (UnwritableException never) {
            return new Receipt.Refused(message.id(), never.reason());
        }
    }

    /** The document, which breaks no rule. */
    private byte[] document(Message message) throws UnwritableException {
        var refusal = refusal(message.recipient());
        if (refusal.isPresent()) {
            throw new UnwritableException(refusal.get());
        }
        var facts = message.facts()
                .orElseThrow(() -> new UnwritableException("Peppol carries invoices and credit notes alone."));
        var to = PeppolAddress.read(message.recipient().address()).orElseThrow();
        var document = UblDocument.write(facts, to, message.attachments());
        var broken = Rulebook.get().broken(document, facts.head().credits().isPresent());
        if (!broken.isEmpty()) {
            throw new UnwritableException("The document breaks rules: " + String.join(", ", broken) + ".");
        }
        return document;
    }
}
