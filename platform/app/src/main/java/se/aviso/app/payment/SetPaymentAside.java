package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.PaymentId;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.SetAside;

/** Takes a payment that waits out of the queue with a note, or back to it; nothing is booked by either. */
@ApplicationScoped
@Transactional
public class SetPaymentAside {
    @Inject
    TenantStore tenants;

    @Inject
    SuspenseStore suspense;

    @Inject
    AsideStore asides;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** Sets it aside; a second time writes the note anew. */
    public void aside(UUID id, String note) {
        var payment = locked(id);
        var aside = SetAside.of(payment.waiting().rest(), note);
        asides.set(payment.id(), aside, caller.name(), businessDate.today());
        told(Act.PAYMENT_SET_ASIDE, payment);
    }

    /** Why a payment is out of the queue; empty where it is not. The caller has seen that it is theirs. */
    Optional<AsideStore.Noted> of(UUID payment) {
        return asides.of(new PaymentId(payment));
    }

    /** It is in the queue again; harmless where it is. */
    public void takeUp(UUID id) {
        var payment = locked(id);
        if (asides.takeUp(payment.id())) {
            told(Act.PAYMENT_TAKEN_UP, payment);
        }
    }

    /** The lock comes first: what waits may change meanwhile. */
    private HeldPayment locked(UUID payment) {
        tenants.lock(Tenancy.required(), "money-in");
        return suspense.find(payment, caller.pathsFor(Permission.PAYMENT_WRITE))
                .orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
    }

    /** The note is not told: it stands with the payment, and may name people. */
    private void told(Act act, HeldPayment payment) {
        var waiting = payment.waiting();
        trail.record(new Deed(
                act,
                payment.id().value(),
                Optional.of(waiting.seller()),
                List.of(Change.to(Field.AMOUNT, waiting.rest())),
                Optional.empty()));
    }
}
