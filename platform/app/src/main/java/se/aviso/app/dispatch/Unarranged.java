package se.aviso.app.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.spi.summary.InvoiceLines;

/**
 * Invoices whose lines a plugin may arrange: of none anything was handed over, for what went plain stays plain.
 *
 * @param named the plugin that the tenant's files name
 */
record Unarranged(List<Placed> invoices, Optional<String> named) {
    static final Unarranged NONE = new Unarranged(List.of(), Optional.empty());

    Unarranged {
        invoices = List.copyOf(invoices);
    }

    /** An invoice, and the path of the group that it belongs to. */
    record Placed(InvoiceStore.Stored stored, String path) {
        UUID id() {
            return stored.invoice().id().value();
        }

        InvoiceLines lines() {
            return DocumentLines.of(stored);
        }
    }
}
