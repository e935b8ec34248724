package se.aviso.app.plugin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.web.Page;

/** How each plugin fares for each tenant on this node; for operators. */
@Named
@RequestScoped
@Screen(path = "/plugin/tenants.xhtml", needs = Permission.INSTALLATION_RUN)
public class PluginTenantsView {
    private static final int ROWS = 50;

    @Inject
    FindPluginHealth find;

    @Inject
    Address address;

    private Page<FindPluginHealth.Seen> page = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void load() {
        page = find.page(address.part(ROWS));
    }

    /** The rows of this part of the list. */
    public List<FindPluginHealth.Seen> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }
}
