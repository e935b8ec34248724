package se.aviso.app.tenant;

import java.sql.Connection;
import se.aviso.app.tenancy.Sql;

/** The store of tenants on a connection at hand. */
public final class TenantStores {
    private TenantStores() {}

    @SuppressWarnings("UnnecessaryAssignment") // as the container would
    public static TenantStore on(Connection connection) {
        var store = new TenantStore();
        store.sql = Sql.on(connection);
        return store;
    }
}
