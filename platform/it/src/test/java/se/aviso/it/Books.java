package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import se.aviso.invariant.Checks;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.PrivateProperties;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.doctor.Doctor;
import se.aviso.launcher.settings.DatabaseSettings;

/** The database behind the product, read past it. */
public final class Books {
    private final Supplier<DatabaseSettings> database;

    public Books(Path data) {
        this.database = () -> embedded(data);
    }

    /** Of a database that no product has started. */
    Books(TestDatabase shared) {
        var password = shared.password();
        var settings = new DatabaseSettings(shared.url(), TestDatabase.APP, password, TestDatabase.OWNER, password);
        this.database = () -> settings;
    }

    /** Every invariant of every tenant. */
    public void requireClean() {
        try (var connection = connect()) {
            var report = new Doctor(connection, Checks.of(Books.class.getClassLoader())).examine();
            assertThat(report.checks()).isGreaterThan(10);
            assertThat(report.violations())
                    .as(String.join("\n", report.lines()))
                    .isZero();
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The one number that a query of a tenant answers. */
    public long number(String tenant, String query) {
        return Long.parseLong(column(tenant, query).get(0));
    }

    /** The first column of what a query of a tenant answers. */
    public List<String> column(String tenant, String query) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', (select id::text from tenant where slug = '" + tenant
                    + "'), false)");
            return firstColumn(statement.executeQuery(query));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Does to a tenant's rows what nobody but the one who owns them can, and leaves it so. */
    void damage(String tenant, String statement) throws SQLException {
        try (var connection = connect();
                var open = connection.createStatement()) {
            open.execute("select set_config('app.tenant', (select id::text from tenant where slug = '" + tenant
                    + "'), false)");
            assertThat(open.executeUpdate(statement)).as(statement).isPositive();
        }
    }

    /** What a check would find in a tenant after somebody had done that in the database; it is not done. */
    List<String> foundAfter(String tenant, String tampering, String check) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.tenant', (select id::text from tenant where slug = '" + tenant
                    + "'), true)");
            assertThat(statement.executeUpdate(tampering)).as(tampering).isPositive();
            var query = Checks.of(Books.class.getClassLoader()).stream()
                    .filter(each -> each.name().equals(check))
                    .findFirst()
                    .orElseThrow()
                    .query();
            var found = firstColumn(statement.executeQuery(query));
            connection.rollback();
            return found;
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> firstColumn(ResultSet rows) throws SQLException {
        var values = new ArrayList<String>();
        try (rows) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    DatabaseSettings settings() {
        return database.get();
    }

    private static DatabaseSettings embedded(Path data) {
        var port =
                new PrivateProperties(data.resolve("ports.properties")).read().get("postgresql");
        if (port == null) {
            throw new UncheckedIOException(new IOException("no database in " + data));
        }
        return DatabaseSettings.embedded(Integer.parseInt(port), new Secrets(new DataFolder(data)));
    }

    /** As the one who owns the tables. */
    public Connection connect() throws SQLException {
        var database = settings();
        return DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
    }
}
