package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import se.aviso.kernel.InvoiceId;
import se.aviso.link.LinkSecret;

/**
 * Opens an invoice of the thread's tenant to whoever brings the secret of a link that holds. Whatever else they bring,
 * they learn nothing: a link that has ended and one that never was are not told apart.
 */
@ApplicationScoped
@Transactional
public class OpenInvoice {
    @Inject
    InvoiceLinkStore links;

    @Inject
    OpeningStore openings;

    @Inject
    ShowInvoice show;

    @Inject
    Clock clock;

    /** The invoice, with all that is shown of it. */
    public Optional<InvoiceWhole> open(LinkSecret secret) {
        return which(secret).flatMap(invoice -> show.opened(invoice.value()));
    }

    /** Which invoice it is; notes that the link was used, and that what brought it has arrived. */
    public Optional<InvoiceId> which(LinkSecret secret) {
        var now = clock.instant();
        var kept = links.bySecret(secret).filter(found -> found.life().isValidAt(now));
        kept.ifPresent(found -> {
            links.noteUse(found.link().id(), now);
            openings.byLink(found.invoice(), found.link().purpose());
        });
        return kept.map(found -> new InvoiceId(found.invoice()));
    }
}
