package se.aviso.launcher.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import se.aviso.launcher.data.Secrets;

/** The roles and databases: an owner who migrates, a worker who owns nothing, and Keycloak in a database of its own. */
final class Roles {
    private static final String PLAIN =
            " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ";

    private final Connection connection;
    private final Secrets secrets;

    Roles(Connection connection, Secrets secrets) {
        this.connection = connection;
        this.secrets = secrets;
    }

    /** Makes what is missing and renews the passwords; harmless to repeat. */
    void ensure() throws SQLException {
        role("aviso_owner");
        role("aviso_app");
        role("keycloak");
        database("aviso", "aviso_owner");
        database("keycloak", "keycloak");
        execute("GRANT CONNECT ON DATABASE aviso TO aviso_app");
    }

    private void role(String name) throws SQLException {
        boolean exists = holds("SELECT 1 FROM pg_roles WHERE rolname = ?", name);
        execute((exists ? "ALTER ROLE " : "CREATE ROLE ") + name + PLAIN + "'" + secrets.of("postgresql." + name)
                + "'");
    }

    private void database(String name, String owner) throws SQLException {
        if (!holds("SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute("CREATE DATABASE " + name + " OWNER " + owner);
        }
        execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    }

    private boolean holds(String query, String value) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void execute(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
