package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.OwnPage;
import se.aviso.app.group.LookStore;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.app.wording.TemplateStore;
import se.aviso.app.wording.Worded;
import se.aviso.app.wording.WordingStore;
import se.aviso.group.BillingField;
import se.aviso.group.PaperLook;
import se.aviso.pagewriter.Picture;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;
import se.aviso.wording.Wording;

/** Puts on a document what groups said, how it looked and what they drew as their own page when it was issued. */
@ApplicationScoped
public class KeptWords {
    @Inject
    WordingStore store;

    @Inject
    TemplateStore templates;

    @Inject
    LookStore looks;

    /** Versions of words, pages and looks by id, and the pictures of looks by hash, read once for many documents. */
    record Shelf(
            Map<UUID, Wording.Own> versions,
            Map<UUID, OwnPage> pages,
            Map<UUID, PaperLook.Own> looks,
            Map<String, Picture.Raster> logos) {
        /** @param level of a reminder; of all else it makes no difference */
        DocumentData on(DocumentData data, List<UUID> named, int level) {
            var nearest = among(named, pages).reduce((above, nearer) -> nearer);
            var look = PaperLook.inherited(kind(data), among(named, looks).toList());
            var dressed = Letterhead.dressed(data, look, logos).drawn(nearest);
            return worded(dressed, wording(named), level);
        }

        /** The words of the message that carries the document. */
        Wording.Mail mail(DocumentData data, List<UUID> named, int level) {
            return wording(named).mail(kind(data), level, language(data));
        }

        private Wording wording(List<UUID> named) {
            return Wording.inherited(among(named, versions).toList());
        }

        private static <T> Stream<T> among(List<UUID> named, Map<UUID, T> kept) {
            return named.stream().flatMap(id -> Optional.ofNullable(kept.get(id)).stream());
        }
    }

    /** The document in the words that were kept with it. */
    public DocumentData on(DocumentData data, InvoiceSnapshot snapshot) {
        var named = versions(snapshot);
        return shelf(named).on(data, named, Wording.ALL_LEVELS);
    }

    /**
     * The document in these words.
     *
     * @param level of a reminder; of all else it makes no difference
     */
    public static DocumentData worded(DocumentData data, Wording wording, int level) {
        return data.worded(wording.on(kind(data), level, language(data)));
    }

    private static PaperKind kind(DocumentData data) {
        return PaperKind.valueOf(data.form().kind().name());
    }

    private static PaperLanguage language(DocumentData data) {
        return PaperLanguage.valueOf(data.form().language().name());
    }

    Shelf shelf(Collection<UUID> named) {
        var ids = named.stream().distinct().toList();
        var dressing = looks.versions(ids);
        var hashes = dressing.values().stream().flatMap(KeptWords::logos).distinct();
        return new Shelf(
                store.versions(ids), templates.pages(ids), dressing, Letterhead.rasters(looks.logos(hashes.toList())));
    }

    private static Stream<String> logos(PaperLook.Own own) {
        return own.values().entrySet().stream()
                .filter(value -> value.getKey().part() == BillingField.LOGO)
                .map(Map.Entry::getValue);
    }

    /** Those that a dispatch names: a reminder's own, or else those of the document that it is about. */
    static List<UUID> named(Dispatch dispatch, InvoiceSnapshot snapshot) {
        return dispatch.reminder()
                .filter(any -> dispatch.document() == DispatchDocument.REMINDER)
                .map(Dispatch.Reminder::wording)
                .orElseGet(() -> versions(snapshot));
    }

    static Stream<UUID> all(Dispatch dispatch, Optional<InvoiceSnapshot> snapshot) {
        return snapshot.stream().flatMap(kept -> named(dispatch, kept).stream());
    }

    private static List<UUID> versions(InvoiceSnapshot snapshot) {
        return snapshot.wording().map(Worded::versions).orElse(List.of());
    }
}
