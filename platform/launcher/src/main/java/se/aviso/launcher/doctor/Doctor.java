package se.aviso.launcher.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.aviso.invariant.Check;

/** Asks every check for every tenant, each in a transaction that sees that tenant alone and is rolled back. */
public final class Doctor {
    private static final int EXAMPLES = 5;

    private final Connection connection;
    private final List<Check> checks;

    public Doctor(Connection connection, List<Check> checks) {
        this.connection = connection;
        this.checks = List.copyOf(checks);
    }

    /** What was found: one finding for each check and tenant, also where nothing is wrong. */
    public Report examine() throws SQLException {
        connection.setAutoCommit(false);
        var tenants = tenants();
        var findings = new ArrayList<Finding>();
        for (var check : checks) {
            for (var tenant : tenants) {
                findings.add(examine(check, tenant));
            }
        }
        return new Report(checks.size(), tenants.size(), findings);
    }

    private List<Tenant> tenants() throws SQLException {
        var tenants = new ArrayList<Tenant>();
        try (var statement = connection.createStatement()) {
            if (hasTenants(statement.executeQuery("SELECT to_regclass('tenant') IS NOT NULL"))) {
                try (var rows = statement.executeQuery("SELECT id, slug FROM tenant ORDER BY slug")) {
                    while (rows.next()) {
                        tenants.add(new Tenant(rows.getObject(1, UUID.class), rows.getString(2)));
                    }
                }
            }
        }
        connection.rollback();
        return tenants;
    }

    private static boolean hasTenants(ResultSet row) throws SQLException {
        try (row) {
            return row.next() && row.getBoolean(1);
        }
    }

    private Finding examine(Check check, Tenant tenant) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL app.tenant = '" + tenant.id() + "'");
            statement.setFetchSize(1_000);
            try (var rows = statement.executeQuery(check.query())) {
                return count(check, tenant, rows);
            }
        } finally {
            connection.rollback();
        }
    }

    private static Finding count(Check check, Tenant tenant, ResultSet rows) throws SQLException {
        long violations = 0;
        var examples = new ArrayList<String>();
        while (rows.next()) {
            violations++;
            if (examples.size() < EXAMPLES) {
                examples.add(text(rows));
            }
        }
        return new Finding(check, tenant.slug(), violations, examples);
    }

    private static String text(ResultSet rows) throws SQLException {
        var columns = rows.getMetaData();
        var parts = new ArrayList<String>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            parts.add(columns.getColumnLabel(column) + "=" + rows.getString(column));
        }
        return String.join(" ", parts);
    }

    private record Tenant(UUID id, String slug) {}
}
