package se.aviso.app.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.run.Run;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;

/** Moves the day of a demo or test tenant forward, and starts what falls due on it. */
@ApplicationScoped
@Transactional
public class MoveBusinessDate {
    /** The day never goes back: a slip of the pen must not carry a tenant into another age. */
    private static final int MOST_DAYS_AHEAD = 400;

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    BeginDay begin;

    @Inject
    AuditTrail trail;

    /** The tenant's day. */
    public LocalDate today() {
        return businessDate.today();
    }

    /** Moves the day; answers the runs that were started. */
    public List<Run> move(LocalDate day, String by) {
        var tenant = tenants.of(Tenancy.required());
        if (!tenant.demo()) {
            throw RuleViolation.of("business-date-fixed", Map.of());
        }
        var today = businessDate.today();
        requireNear(day, today);
        tenants.moveBusinessDate(tenant.id(), day);
        var runs = begin.begin(day, by);
        var change = Change.of(Field.BUSINESS_DATE, today, day);
        trail.record(Deed.ofTenant(Act.BUSINESS_DATE_MOVED, tenant.id().value(), List.of(change)));
        return runs;
    }

    private static void requireNear(LocalDate day, LocalDate today) {
        var latest = today.plusDays(MOST_DAYS_AHEAD);
        if (day.isBefore(today)) {
            throw RuleViolation.at("/businessDate", "business-date-backwards", Map.of());
        }
        if (day.isAfter(latest)) {
            throw RuleViolation.at("/businessDate", "business-date-too-far", Map.of("latest", latest.toString()));
        }
    }
}
