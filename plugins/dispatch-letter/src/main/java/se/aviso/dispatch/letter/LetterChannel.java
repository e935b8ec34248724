package se.aviso.dispatch.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Capability;
import se.aviso.spi.dispatch.Delivery;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Notice;
import se.aviso.spi.dispatch.PrintBatch;
import se.aviso.spi.dispatch.Receipt;
import se.aviso.spi.dispatch.Submitted;

/** Hands letters to a print house, a batch at a time. */
@Extension
public class LetterChannel implements DispatchChannel {
    private static final System.Logger LOG = System.getLogger(LetterChannel.class.getName());
    private static final String NO_ADDRESS = "The address is not one that the post finds.";

    @Override
    public String name() {
        return "LETTER";
    }

    @Override
    public Set<String> secretSettings() {
        return Set.of("sftpPassword", "sftpKey");
    }

    @Override
    public Set<String> settings() {
        return Set.of(
                "sftpHost",
                "sftpPort",
                "sftpUser",
                "sftpHostKey",
                "sftpFolder",
                "sftpReceipts",
                "envelope",
                "postage",
                "enclosures",
                "duplex");
    }

    @Override
    public Set<String> addressSettings() {
        return Set.of("sftpHost", "sftpPort", "sftpHostKey");
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.DOCUMENTS, Capability.PRINT, Capability.NOTICES, Capability.CANCEL);
    }

    @Override
    public Optional<String> refusal(Message.Recipient recipient) {
        return PostalAddress.read(recipient.address()).isPresent() ? Optional.empty() : Optional.of(NO_ADDRESS);
    }

    @Override
    public List<Receipt> send(List<Message> messages, PluginContext context) {
        return hand(messages, context, (good, posting) -> {
            var papers = new LinkedHashMap<String, byte[]>();
            var letters = new ArrayList<Letter>();
            good.forEach((message, address) -> {
                var file = "-" + message.id() + ".pdf";
                papers.put(file, message.attachments().get(0).content());
                letters.add(new Letter(message.id(), file, 1, 1, address, posting));
            });
            return Batch.of(letters, papers, context.clock().instant());
        });
    }

    @Override
    public List<Receipt> print(PrintBatch batch, PluginContext context) {
        return hand(batch.messages(), context, (good, posting) -> {
            var letters = new ArrayList<Letter>();
            for (var i = 0; i < batch.messages().size(); i++) {
                var message = batch.messages().get(i);
                var pages = batch.pages().get(i);
                Optional.ofNullable(good.get(message))
                        .ifPresent(address -> letters.add(
                                new Letter(message.id(), ".pdf", pages.first(), pages.last(), address, posting)));
            }
            return Batch.of(
                    letters, Map.of(".pdf", batch.pdf()), context.clock().instant());
        });
    }

    /** Puts a batch together of messages and their addresses. */
    private interface Making {
        Batch of(Map<Message, List<String>> good, Letter.Posting posting);
    }

    private static List<Receipt> hand(List<Message> messages, PluginContext context, Making making) {
        var settings = LetterSettings.of(context);
        var good = new LinkedHashMap<Message, List<String>>();
        messages.forEach(message ->
                PostalAddress.read(message.recipient().address()).ifPresent(address -> good.put(message, address)));
        var outcome = settings.isEmpty()
                ? new Outcome(
                        Outcome.Kind.DEFERRED, "The settings folder or sftpHost, sftpUser, sftpHostKey are missing.")
                : good.isEmpty() || context.dryRun()
                        ? new Outcome(Outcome.Kind.TAKEN, "")
                        : put(making.of(good, settings.get().posting()), settings.get());
        return messages.stream()
                .map(message -> good.containsKey(message)
                        ? outcome.receipt(message.id())
                        : new Receipt.Refused(message.id(), NO_ADDRESS))
                .toList();
    }

    private static Outcome put(Batch batch, LetterSettings settings) {
        try (var house = house(settings)) {
            house.put(batch);
            return new Outcome(Outcome.Kind.TAKEN, batch.name());
        } catch (PrintHouse.PutException failed) {
            LOG.log(System.Logger.Level.WARNING, "batch " + batch.name() + " could not be put", failed);
            return failed.isPerhapsThere()
                    ? new Outcome(Outcome.Kind.UNKNOWN, "The line broke while the batch was finished.")
                    : new Outcome(Outcome.Kind.DEFERRED, "The batch could not be put where the print house takes it.");
        } catch (IOException unreachable) {
            LOG.log(System.Logger.Level.WARNING, "the print house cannot be reached", unreachable);
            return new Outcome(Outcome.Kind.DEFERRED, "The print house's server could not be entered.");
        }
    }

    private static PrintHouse house(LetterSettings settings) throws IOException {
        return settings.server().isPresent()
                ? ServerHouse.enter(settings.server().get())
                : new FolderHouse(settings.folder());
    }

    /** @throws UncheckedIOException when the print house cannot be reached: it is not known whether it is too late */
    @Override
    public boolean cancel(Submitted submitted, PluginContext context) {
        var settings = LetterSettings.of(context);
        var batch = submitted.providerReference();
        if (settings.isEmpty() || context.dryRun() || !Batch.isName(batch)) {
            return false;
        }
        try (var house = house(settings.get())) {
            return new CalledBack(house, batch).takeOut(submitted.messageId());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    @Override
    public List<Delivery> read(Notice notice, PluginContext context) {
        return notice.mediaType().equals(Receipts.TYPE) ? Receipts.read(notice.content()) : List.of();
    }

    @Override
    public List<Notice> collect(PluginContext context) {
        var settings = LetterSettings.of(context);
        if (settings.isEmpty() || context.dryRun()) {
            return List.of();
        }
        try (var house = house(settings.get())) {
            return house.receipts();
        } catch (IOException unreachable) {
            LOG.log(System.Logger.Level.WARNING, "receipts of the print house cannot be read", unreachable);
            return List.of();
        }
    }

    @Override
    public void settled(List<Notice> notices, PluginContext context) {
        var settings = LetterSettings.of(context);
        if (settings.isEmpty() || context.dryRun() || notices.isEmpty()) {
            return;
        }
        try (var house = house(settings.get())) {
            house.clear(notices);
        } catch (IOException unreachable) {
            LOG.log(System.Logger.Level.WARNING, "receipts that were kept come again", unreachable);
        }
    }
}
