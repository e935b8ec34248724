package se.aviso.app.operator;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;

/** The tenants of the installation. */
@Named
@RequestScoped
@Screen(path = "/operator/tenants.xhtml", needs = Permission.INSTALLATION_RUN)
public class TenantListView {
    private static final int ROWS = 25;

    @Inject
    FindTenants find;

    @Inject
    ProvisionTenant provision;

    @Inject
    Address address;

    private Page<SeenTenant> page = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void load() {
        var part = address.part(ROWS);
        page = Page.of(find.page(part), part, tenant -> new Cursor(tenant.slug(), tenant.id()));
    }

    /** The rows of this part of the list. */
    public List<SeenTenant> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** True where Aviso makes organisations and accounts at the identity provider. */
    public boolean isProvisioning() {
        return provision.isOn();
    }
}
