package se.aviso.launcher.secret;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import se.aviso.secret.MasterKeys;
import se.aviso.secret.SecretUse;

/** The secrets that the installation itself keeps, no tenant: sealed anew by the present master key. */
final class InstallationSecrets {
    private final Connection connection;
    private final MasterKeys masters;

    InstallationSecrets(Connection connection, MasterKeys masters) {
        this.connection = connection;
        this.masters = masters;
    }

    /** Seals anew what another master key has sealed, and answers how many. */
    long sealAnew() throws SQLException {
        var sealed = 0L;
        try (var query = connection.prepareStatement(
                        "select source_id, master, secret from sftp_connection where master <> ? for update");
                var update = connection.prepareStatement(
                        "update sftp_connection set master = ?, secret = ? where source_id = ?")) {
            query.setString(1, masters.current().name());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    var use = SecretUse.sftp(id);
                    update.setString(1, masters.current().name());
                    update.setBytes(
                            2, masters.current().seal(use, masters.open(rows.getString(2), use, rows.getBytes(3))));
                    update.setObject(3, id);
                    update.executeUpdate();
                    sealed++;
                }
            }
        }
        connection.commit();
        return sealed;
    }
}
