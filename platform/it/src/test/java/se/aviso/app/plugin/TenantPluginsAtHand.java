package se.aviso.app.plugin;

import java.sql.Connection;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenant.TenantStores;

/** The plugins of a tenant where none are installed, whatever it has decided. */
public final class TenantPluginsAtHand {
    private TenantPluginsAtHand() {}

    @SuppressWarnings("UnnecessaryAssignment") // as the container would
    public static TenantPlugins none(Connection connection) {
        var plugins = new TenantPlugins();
        plugins.host = new PluginHost();
        plugins.choices = new FindPluginChoices();
        plugins.choices.choices = new PluginChoiceStore();
        plugins.choices.choices.sql = Sql.on(connection);
        plugins.choices.tenants = TenantStores.on(connection);
        return plugins;
    }
}
