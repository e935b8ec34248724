package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.audit.Reason;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/** Takes an offer back that nobody has answered: nobody owes it, so there is nothing to credit. */
@ApplicationScoped
@Transactional
public class WithdrawOffer {
    @Inject
    FindInvoices find;

    @Inject
    CreditInvoices invoices;

    @Inject
    BusinessDate businessDate;

    @Inject
    AuditTrail trail;

    /** An open offer that the caller may take back. */
    public Optional<InvoiceRow> offer(UUID id) {
        return find.writable(id)
                .filter(row ->
                        row.offer().filter(InvoiceRow.OfferState.OPEN::equals).isPresent());
    }

    /**
     * Withdraws it, with the period that it offered.
     *
     * @throws RuleViolation when it was answered, is no offer, no reason is given, or it is none of the caller's
     */
    public void withdraw(UUID id, Optional<String> why) {
        var row = find.writable(id).orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
        if (row.kind() != InvoiceKind.OFFER) {
            throw RuleViolation.of("withdraw-claim", Map.of("number", row.number()));
        }
        var reason = Reason.of(why);
        var cause = new CreditInvoices.Cause(reason.text(), businessDate.today(), Optional.empty());
        if (!invoices.withdraw(id, cause)) {
            throw RuleViolation.of("conflict-offer-answered", Map.of());
        }
        trail.record(new Deed(
                Act.OFFER_WITHDRAWN,
                id,
                Optional.of(new GroupId(row.groupId())),
                List.of(),
                Optional.of(reason.text())));
    }
}
