package se.aviso.app.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import se.aviso.app.run.RunSettingStore;
import se.aviso.app.run.RunSettings;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.automation.DailyPlan;

/** How runs of the tenant go; everybody who may look at runs may know. */
@ApplicationScoped
@Transactional
public class ShowRunSettings {
    @Inject
    RunSettingStore store;

    @Inject
    TenantStore tenants;

    /**
     * The settings; where nobody has said anything, a demo tenant does everything by itself and others are cautious.
     */
    public RunSettings settings() {
        var demo = tenants.of(Tenancy.required()).demo();
        return store.all(demo ? DailyPlan.everything() : DailyPlan.cautious());
    }

    /** The plan of the day. */
    DailyPlan plan() {
        return settings().plan();
    }
}
