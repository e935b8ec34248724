package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Removes links that have ended: nothing is kept of what opens nothing. */
@ApplicationScoped
@Transactional
public class PurgeInvoiceLinks {
    @Inject
    InvoiceLinkStore links;

    @Inject
    Clock clock;

    /** Removes them from the thread's tenant, and says how many there were. */
    public int purge() {
        return links.purge(clock.instant());
    }
}
