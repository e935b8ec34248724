package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/** Takes a link to an invoice back: from then on it opens nothing. */
@ApplicationScoped
@Transactional
public class RevokeInvoiceLink {
    @Inject
    FindInvoices find;

    @Inject
    FindInvoiceLinks links;

    @Inject
    InvoiceLinkStore store;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** An invoice that the caller may take links to back. */
    public Optional<InvoiceRow> invoice(UUID id) {
        return find.writable(id);
    }

    /** A link that holds, of an invoice that the caller may write. */
    public Optional<InvoiceLink> find(UUID invoice, UUID link) {
        return invoice(invoice)
                .flatMap(row -> links.of(invoice).orElse(List.of()).stream()
                        .filter(each -> each.id().equals(link))
                        .findFirst());
    }

    /** Takes it back; what does not hold any more is as unknown as what never did. */
    public void revoke(UUID invoice, UUID id) {
        var row = invoice(invoice).orElseThrow(RevokeInvoiceLink::unknown);
        var link = find(invoice, id).orElseThrow(RevokeInvoiceLink::unknown);
        if (!store.revoke(id, clock.instant())) {
            throw unknown();
        }
        trail.record(Deed.in(
                new GroupId(row.groupId()),
                Act.INVOICE_LINK_REVOKED,
                invoice,
                List.of(Change.of(Field.KIND, link.purpose(), ""))));
    }

    private static RuleViolation unknown() {
        return RuleViolation.of("not-found", Map.of());
    }
}
