package se.aviso.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/** A real PostgreSQL with the product's roles and tables, as {@code aviso start} would make them. */
public final class TestDatabase implements AutoCloseable {
    public static final String APP = "aviso_app";
    public static final String OWNER = "aviso_owner";
    private static final String PASSWORD = "test";

    private final EmbeddedPostgres server;

    private TestDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    public static TestDatabase start() {
        try {
            var database = new TestDatabase(EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start());
            database.createRoles();
            database.migrate();
            return database;
        } catch (IOException | SQLException | LiquibaseException failure) {
            throw new IllegalStateException("no database to test with", failure);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/aviso";
    }

    String password() {
        return PASSWORD;
    }

    public Connection as(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, PASSWORD);
    }

    public void addTenant(UUID id, String slug) throws SQLException {
        try (var connection = as(OWNER);
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + id + "', false)");
            statement.execute(
                    "insert into tenant (id, slug, name) values ('" + id + "', '" + slug + "', '" + slug + "')");
        }
    }

    private void createRoles() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role " + OWNER + " login password '" + PASSWORD + "'");
            statement.execute("create role " + APP + " login password '" + PASSWORD + "'");
            statement.execute("create database aviso owner " + OWNER);
        }
    }

    private void migrate() throws LiquibaseException {
        var resources = new ClassLoaderResourceAccessor(TestDatabase.class.getClassLoader());
        var database = DatabaseFactory.getInstance().openDatabase(url(), OWNER, PASSWORD, null, resources);
        try (var liquibase = new Liquibase("changelog/master.yaml", resources, database)) {
            liquibase.update(new Contexts());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new IllegalStateException("the test database did not stop", failure);
        }
    }
}
