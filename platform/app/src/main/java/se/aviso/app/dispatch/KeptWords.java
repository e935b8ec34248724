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
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.app.wording.Worded;
import se.aviso.app.wording.WordingStore;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;
import se.aviso.wording.Wording;

/** Puts on a document what groups said in their own words when it was issued. */
@ApplicationScoped
public class KeptWords {
    @Inject
    WordingStore store;

    /** Versions by id, read once for many documents. */
    record Shelf(Map<UUID, Wording.Own> versions) {
        /** @param level of a reminder; of all else it makes no difference */
        DocumentData on(DocumentData data, List<UUID> named, int level) {
            var chain = named.stream()
                    .flatMap(id -> Optional.ofNullable(versions.get(id)).stream())
                    .toList();
            return worded(data, Wording.inherited(chain), level);
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
        var form = data.form();
        return data.worded(wording.on(
                PaperKind.valueOf(form.kind().name()),
                level,
                PaperLanguage.valueOf(form.language().name())));
    }

    Shelf shelf(Collection<UUID> named) {
        return new Shelf(store.versions(named.stream().distinct().toList()));
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
