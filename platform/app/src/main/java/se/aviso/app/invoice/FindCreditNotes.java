package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows a caller the credit notes of an invoice, the oldest first. */
@ApplicationScoped
@Transactional
public class FindCreditNotes {
    @Inject
    FindInvoices find;

    @Inject
    CreditNoteStore store;

    /** Those of an invoice that the caller may see; empty where there is no such invoice. */
    public Optional<List<CreditNoteStore.Issued>> of(UUID invoice) {
        return find.find(invoice).map(found -> store.of(invoice));
    }

    /** One that the caller may see. */
    public Optional<CreditNoteStore.Issued> find(UUID note) {
        return find.find(note).flatMap(found -> store.issued(note));
    }
}
