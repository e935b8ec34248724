package se.aviso.app.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import se.aviso.app.tenancy.Tenancy;

/** The tenant's day, on which rules are asked; never the wall clock. */
@ApplicationScoped
public class BusinessDate {
    @Inject
    TenantStore tenants;

    @Inject
    Clock clock;

    /** The day of the transaction's tenant: its own where it has one, else today in its zone. */
    public LocalDate today() {
        return of(tenants.of(Tenancy.required()));
    }

    /** The day of a tenant at hand. */
    public LocalDate of(TenantProfile tenant) {
        return tenant.businessDate().orElseGet(() -> LocalDate.now(clock.withZone(tenant.zone())));
    }
}
