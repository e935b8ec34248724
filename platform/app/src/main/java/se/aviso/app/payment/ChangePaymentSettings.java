package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.payment.PaymentSettingStore.Settings;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.Tolerance;

/** Shows and changes what the tenant has decided on payments that are not exact. */
@ApplicationScoped
@Transactional
public class ChangePaymentSettings {
    @Inject
    PaymentSettingStore store;

    @Inject
    TenantStore tenants;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** As it is. */
    public Settings settings() {
        return store.read();
    }

    /**
     * Changes it, if it is still what the caller has seen; whoever handles all of the tenant's money says so.
     *
     * @throws RuleViolation for anybody else
     */
    public Settings change(LongConsumer sameVersion, Tolerance tolerance, boolean chargesWrittenOff) {
        if (!caller.may(Permission.PAYMENT_WRITE, "/")) {
            throw RuleViolation.of("payment-settings-who", Map.of());
        }
        tenants.lock(Tenancy.required(), "money-in");
        sameVersion.accept(store.read().version());
        store.write(tolerance, chargesWrittenOff);
        trail.record(Deed.ofTenant(
                Act.PAYMENT_SETTINGS_CHANGED,
                Tenancy.required().value(),
                List.of(
                        Change.to(Field.TOLERANCE, tolerance.most()),
                        Change.to(Field.CHARGES_WRITTEN_OFF, chargesWrittenOff))));
        return store.read();
    }
}
