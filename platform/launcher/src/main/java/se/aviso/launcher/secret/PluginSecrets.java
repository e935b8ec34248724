package se.aviso.launcher.secret;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import se.aviso.kernel.TenantId;
import se.aviso.secret.MasterKeys;
import se.aviso.secret.SecretUse;

/** The secret settings of a tenant's plugins: sealed anew by the present master key. */
final class PluginSecrets {
    private final Connection connection;
    private final MasterKeys masters;
    private final TenantId tenant;

    PluginSecrets(Connection connection, MasterKeys masters, TenantId tenant) {
        this.connection = connection;
        this.masters = masters;
        this.tenant = tenant;
    }

    /** Seals anew what another master key has sealed, and answers how many. */
    long sealAnew() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local app.tenant = '" + tenant.value() + "'");
        }
        var sealed = 0L;
        try (var query = connection.prepareStatement("select id, master, secrets from plugin_choice "
                        + "where tenant_id = ? and master <> ? for update");
                var update = connection.prepareStatement(
                        "update plugin_choice set master = ?, secrets = ? where tenant_id = ? and id = ?")) {
            query.setObject(1, tenant.value());
            query.setString(2, masters.current().name());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    var use = SecretUse.plugin(id);
                    update.setString(1, masters.current().name());
                    update.setBytes(
                            2, masters.current().seal(use, masters.open(rows.getString(2), use, rows.getBytes(3))));
                    update.setObject(3, tenant.value());
                    update.setObject(4, id);
                    sealed += update.executeUpdate();
                }
            }
        }
        connection.commit();
        return sealed;
    }
}
