package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows which links open an invoice, to those who may see the invoice. */
@ApplicationScoped
@Transactional
public class FindInvoiceLinks {
    @Inject
    FindInvoices find;

    @Inject
    InvoiceLinkStore links;

    @Inject
    Clock clock;

    /** The links that hold, the newest first; nothing of an invoice that the caller does not see. */
    public Optional<List<InvoiceLink>> of(UUID invoice) {
        var now = clock.instant();
        return find.find(invoice)
                .map(seen -> links.of(invoice).stream()
                        .filter(kept -> kept.life().isValidAt(now))
                        .map(InvoiceLinkStore.Kept::link)
                        .toList());
    }
}
