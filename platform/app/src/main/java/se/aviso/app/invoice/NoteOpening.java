package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import se.aviso.app.security.Caller;

/** Notes that a member has opened an invoice of their own on My pages; what is somebody else's is left alone. */
@ApplicationScoped
@Transactional
public class NoteOpening {
    @Inject
    OpeningStore openings;

    @Inject
    Caller caller;

    /** The caller has seen the invoice, or its document. */
    public void of(UUID invoice) {
        openings.onMyPages(invoice, caller.memberIds());
    }
}
