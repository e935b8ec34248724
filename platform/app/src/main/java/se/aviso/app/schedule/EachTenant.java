package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantProfile;
import se.aviso.app.tenant.TenantStore;
import se.aviso.kernel.TenantId;

/** Does work for one tenant after the other; what fails for one harms no other. */
@ApplicationScoped
public class EachTenant {
    private static final System.Logger LOG = System.getLogger(EachTenant.class.getName());

    @Inject
    Tenants tenants;

    private final SecureRandom chance = new SecureRandom();

    /** Lists tenants in a transaction of its own. */
    @ApplicationScoped
    @Transactional
    public static class Tenants {
        @Inject
        TenantStore store;

        /** All of them. */
        public List<TenantProfile> all() {
            return store.all();
        }
    }

    /** Any tenant, where there is one: for what the installation does as a whole. */
    Optional<TenantId> first() {
        return tenants.all().stream().map(TenantProfile::id).findFirst();
    }

    /** True when it failed for none. */
    boolean work(String what, Consumer<TenantProfile> work) {
        return work(what, tenants.all(), work);
    }

    /** The same in another order each time, where the first may leave nothing to the last: what providers take. */
    boolean workInAnyOrder(String what, Consumer<TenantProfile> work) {
        var all = new ArrayList<>(tenants.all());
        Collections.shuffle(all, chance);
        return work(what, all, work);
    }

    private static boolean work(String what, List<TenantProfile> tenants, Consumer<TenantProfile> work) {
        var whole = true;
        for (var tenant : tenants) {
            try {
                Tenancy.within(tenant.id(), () -> work.accept(tenant));
            } catch (RuntimeException failed) {
                whole = false;
                LOG.log(System.Logger.Level.ERROR, what + " failed for tenant " + tenant.id(), failed);
            }
        }
        return whole;
    }
}
