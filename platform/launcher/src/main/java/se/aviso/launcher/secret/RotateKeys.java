package se.aviso.launcher.secret;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.kernel.TenantId;
import se.aviso.secret.MasterKeys;

/**
 * The program behind {@code rotate-keys}. Each tenant's keys are wrapped anew in one transaction; rows are sealed anew
 * in many short ones, each leaving every row readable, so that the program can be killed and run again, and the server
 * works on meanwhile.
 */
public final class RotateKeys {
    private final Connection connection;
    private final MasterKeys masters;

    RotateKeys(Connection connection, MasterKeys masters) {
        this.connection = connection;
        this.masters = masters;
    }

    /** What was done, for the operator. */
    record Rotated(long tenants, long wrapped, long sealed, long secrets) {
        Rotated plus(long moreWrapped, long moreSealed) {
            return new Rotated(tenants + 1, wrapped + moreWrapped, sealed + moreSealed, secrets);
        }

        Rotated withSecrets(long more) {
            return new Rotated(tenants, wrapped, sealed, secrets + more);
        }

        String json() {
            return "{\"tenants\":" + tenants + ",\"wrapped\":" + wrapped + ",\"sealed\":" + sealed + ",\"secrets\":"
                    + secrets + "}";
        }
    }

    /** Takes database and keys from the environment; with {@code --rows} seals the rows anew too. */
    public static void main(String[] arguments) throws SQLException {
        var environment = System.getenv();
        try (var connection = DriverManager.getConnection(
                told(environment, "AVISO_DB_URL"),
                told(environment, "AVISO_DB_OWNER_USER"),
                told(environment, "AVISO_DB_OWNER_PASSWORD"))) {
            var masters = MasterKeys.of(
                    told(environment, "AVISO_SECRETS_MASTER_KEY"),
                    environment.getOrDefault("AVISO_SECRETS_FORMER_MASTER_KEYS", ""));
            var rotated =
                    new RotateKeys(connection, masters).run(List.of(arguments).contains("--rows"));
            System.out.println(rotated.json());
        } catch (IllegalStateException refused) {
            System.err.println("aviso: " + refused.getMessage());
            System.exit(1);
        }
    }

    Rotated run(boolean rows) throws SQLException {
        connection.setAutoCommit(false);
        var rotated = new Rotated(0, 0, 0, new InstallationSecrets(connection, masters).sealAnew());
        for (var tenant : tenants()) {
            var keys = new TenantKeys(connection, masters, tenant);
            var wrapped = keys.wrap();
            rotated = rotated.plus(wrapped, rows ? new SealedRows(connection, keys, tenant).sealAnew() : 0)
                    .withSecrets(new PluginSecrets(connection, masters, tenant).sealAnew());
        }
        return rotated;
    }

    private List<TenantId> tenants() throws SQLException {
        var tenants = new ArrayList<TenantId>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from tenant order by slug")) {
            while (rows.next()) {
                tenants.add(new TenantId(rows.getObject(1, UUID.class)));
            }
        }
        connection.rollback();
        return tenants;
    }

    private static String told(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
