package se.aviso.app.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.TenantId;

/** Shows tenants to operators; how far each has come is asked inside of each, one after the other. */
@ApplicationScoped
public class FindTenants {
    @Inject
    Rows rows;

    @Inject
    ShowProgress progress;

    /** The tenants' own rows, which everybody may see, in a transaction of their own. */
    @ApplicationScoped
    @Transactional
    public static class Rows {
        @Inject
        TenantStore tenants;

        List<TenantStore.Sold> page(PageRequest page) {
            var after = page.after().map(last -> last.sortKey()).orElse("");
            return tenants.page(after, page.limitAndOne());
        }

        Optional<TenantStore.Sold> find(UUID id) {
            return tenants.findSold(new TenantId(id));
        }
    }

    /** A part of the tenants, by slug. */
    public List<SeenTenant> page(PageRequest page) {
        return rows.page(page).stream().map(this::seen).toList();
    }

    /** The tenant of that id. */
    public Optional<SeenTenant> find(UUID id) {
        return rows.find(id).map(this::seen);
    }

    private SeenTenant seen(TenantStore.Sold tenant) {
        return SeenTenant.of(tenant, Tenancy.within(tenant.profile().id(), progress::now));
    }
}
