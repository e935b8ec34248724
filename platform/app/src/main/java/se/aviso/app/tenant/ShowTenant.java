package se.aviso.app.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import se.aviso.app.tenancy.Tenancy;

/** What every screen shows of the tenant. */
@ApplicationScoped
@Transactional
public class ShowTenant {
    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    /** The thread's tenant. */
    public TenantProfile profile() {
        return tenants.of(Tenancy.required());
    }

    /** The zone of its clock. */
    public ZoneId zone() {
        return profile().zone();
    }

    /** Its day. */
    public LocalDate today() {
        return businessDate.today();
    }

    /** The hue of its accent. */
    public int hue() {
        return tenants.hue(Tenancy.required());
    }
}
