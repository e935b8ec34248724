package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.aviso.app.channel.Way;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.server.ModeConfig;
import se.aviso.spi.dispatch.InvoiceFacts;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.summary.SummarisedLines;
import se.aviso.wording.Wording;

/** Makes the messages of dispatches that were taken, each with its document. */
@ApplicationScoped
class WriteMessages {
    /** Where a link leads that opens an invoice. */
    static final String PAY = "/public/pay.xhtml?key=";

    private static final System.Logger LOG = System.getLogger(WriteMessages.class.getName());

    @Inject
    Outbox outbox;

    @Inject
    SummaryPlugins summaryPlugins;

    @Inject
    DocumentWriter writer;

    @Inject
    ModeConfig mode;

    /**
     * What can be handed over, and what cannot be.
     *
     * @param failed with the reason
     * @param papers what stands on the documents of the messages
     */
    record Written(List<Message> messages, Map<UUID, String> failed, Map<UUID, DocumentData> papers) {}

    Written write(Way way, Outbox.Taken taken) {
        var letters = new Letters(taken.logos());
        var summaries = arranged(taken);
        var written = new Written(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        for (var dispatch : taken.dispatches()) {
            var stored = Optional.ofNullable(taken.documents().get(dispatch.invoice()))
                    .orElseThrow();
            try {
                var content = content(taken, dispatch, stored, summary(summaries, dispatch));
                var paper = paper(letters, dispatch, content, taken.words());
                written.papers().put(dispatch.id(), paper);
                var told = content.in(mail(taken.words(), dispatch, content, paper));
                envelope(way, taken, dispatch, told)
                        .map(envelope -> letters.message(dispatch, told, envelope, writer.pdf(paper)))
                        .ifPresentOrElse(
                                written.messages()::add, () -> written.failed().put(dispatch.id(), "no address"));
            } catch (RuntimeException unwritable) {
                // one document that cannot be made must not hold up those that were taken with it
                LOG.log(System.Logger.Level.ERROR, "no document for dispatch " + dispatch.id(), unwritable);
                written.failed().put(dispatch.id(), "the document could not be made");
            }
        }
        return written;
    }

    /**
     * The rows that are kept, and those that plugins arrange now, which are kept before anything leaves. A reminder,
     * and a second sending, show the invoice as it was sent: what went plain stays plain.
     */
    private Map<UUID, SummarisedLines> arranged(Outbox.Taken taken) {
        var all = new HashMap<>(taken.summaries());
        all.putAll(outbox.keep(summaryPlugins.arrange(taken.unarranged())));
        return all;
    }

    private static Optional<SummarisedLines> summary(Map<UUID, SummarisedLines> summaries, Dispatch dispatch) {
        return Optional.ofNullable(summaries.get(dispatch.invoice()));
    }

    /** To where the recipient is reached now; none where there is no such place. */
    private static Optional<Letters.Envelope> envelope(
            Way way, Outbox.Taken taken, Dispatch dispatch, Letters.Content content) {
        var facts = way.readsFacts() ? ToldFacts.of(dispatch, content) : Optional.<InvoiceFacts>empty();
        return Optional.ofNullable(taken.reached().get(dispatch.invoice()))
                .flatMap(recipient -> recipient.address(way.channel()))
                .map(address -> new Letters.Envelope(way.channel(), address, content.noticesTo(), facts));
    }

    /**
     * The document of one dispatch that was taken once more: as it was, if all that it was made of is as it was. Where
     * rows are kept, it may have gone plain before they were.
     *
     * @param known true of what was handed over
     */
    Optional<byte[]> pdf(Outbox.Taken taken, Dispatch dispatch, Predicate<byte[]> known) {
        var stored =
                Optional.ofNullable(taken.documents().get(dispatch.invoice())).orElseThrow();
        var kept = summary(taken.summaries(), dispatch);
        return Stream.of(kept, Optional.<SummarisedLines>empty())
                .distinct()
                .map(rows -> content(taken, dispatch, stored, rows))
                .map(content -> paper(new Letters(taken.logos()), dispatch, content, taken.words()))
                .map(writer::pdf)
                .filter(known)
                .findFirst();
    }

    private static DocumentData paper(
            Letters letters, Dispatch dispatch, Letters.Content content, KeptWords.Shelf words) {
        var named = KeptWords.named(dispatch, content.stored().snapshot());
        return words.on(data(letters, dispatch, content), named, dispatch.level());
    }

    /** The sender's own words round a document: of the versions that the document names, as those on it are. */
    private static Wording.Mail mail(
            KeptWords.Shelf words, Dispatch dispatch, Letters.Content content, DocumentData paper) {
        return words.mail(paper, KeptWords.named(dispatch, content.stored().snapshot()), dispatch.level());
    }

    private Letters.Content content(
            Outbox.Taken taken, Dispatch dispatch, InvoiceStore.Stored stored, Optional<SummarisedLines> summary) {
        var credits = Optional.ofNullable(taken.credits().get(dispatch.invoice()));
        var notices = Optional.ofNullable(taken.notices().get(dispatch.id()))
                .map(path -> mode.baseUrl() + path)
                .orElse("");
        return new Letters.Content(stored, link(taken, dispatch), credits, summary, notices, Wording.Mail.NONE);
    }

    /** The values of the document of a dispatch; the same again whenever it is asked for. */
    static DocumentData data(Letters letters, Dispatch dispatch, Letters.Content content) {
        var stored = content.stored();
        return switch (dispatch.document()) {
            case INVOICE, REMINDER -> letters.data(dispatch.reminder(), stored, content.summary());
            case CREDIT_NOTE -> letters.creditNote(stored, content.credits().orElseThrow());
            case REMINDER_RECALLED -> letters.correction(dispatch.reminder().orElseThrow(), stored, content.summary());
            case OFFER_WITHDRAWN -> letters.withdrawn(stored, content.summary());
        };
    }

    /** The address that opens the invoice; empty where the channel carries none. */
    private String link(Outbox.Taken taken, Dispatch dispatch) {
        return Optional.ofNullable(taken.links().get(dispatch.id()))
                .map(key -> mode.baseUrl() + PAY + key.text())
                .orElse("");
    }
}
