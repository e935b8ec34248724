package se.aviso.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.PrivateProperties;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.settings.DatabaseSettings;

/** The embedded database as the product's own role sees it: under row-level security, for one tenant. */
final class TenantConnection implements AutoCloseable {
    private final Connection connection;
    private final UUID tenant;

    private TenantConnection(Connection connection, UUID tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    /** Work in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    static DatabaseSettings settings(DataFolder folder) {
        var port = new PrivateProperties(folder.file("ports.properties")).read().getOrDefault("postgresql", "0");
        return DatabaseSettings.embedded(Integer.parseInt(port), new Secrets(folder));
    }

    static TenantConnection open(DataFolder folder, UUID tenant) throws SQLException {
        var settings = settings(folder);
        var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        connection.setAutoCommit(false);
        return new TenantConnection(connection, tenant);
    }

    /** The id of a tenant; tenants are seen from everywhere. */
    static UUID tenant(DataFolder folder, String slug) throws SQLException {
        try (var connection = open(folder, new UUID(0, 0))) {
            return connection.transaction(found -> {
                try (var statement = found.prepareStatement("select id from tenant where slug = ?")) {
                    statement.setString(1, slug);
                    try (var row = statement.executeQuery()) {
                        row.next();
                        return row.getObject(1, UUID.class);
                    }
                }
            });
        }
    }

    /** Counts the rows anew for the planner, as the database does by itself a minute later. */
    static void analyze(DataFolder folder) throws SQLException {
        var settings = settings(folder);
        try (var connection =
                        DriverManager.getConnection(settings.url(), settings.ownerUser(), settings.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    UUID tenant() {
        return tenant;
    }

    /** Does the work for the tenant and commits it. */
    <T> T transaction(Work<T> work) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local app.tenant = '" + tenant + "'");
        }
        var result = work.on(connection);
        connection.commit();
        return result;
    }

    /** Changes rows in a transaction of its own; answers how many. */
    int update(String sql, Object... params) throws SQLException {
        return transaction(open -> {
            try (var statement = open.prepareStatement(sql)) {
                for (var position = 0; position < params.length; position++) {
                    statement.setObject(position + 1, params[position]);
                }
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
