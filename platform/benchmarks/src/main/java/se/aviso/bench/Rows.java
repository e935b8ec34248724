package se.aviso.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Rows of a table as columns, read from one tenant and written to another by the same {@code insert … select from
 * unnest} that the product uses; nothing is computed on the way.
 */
final class Rows {
    private final String table;
    private final List<Column> columns;
    private final List<String> values;

    private Rows(String table, List<Column> columns, List<String> values) {
        this.table = table;
        this.columns = columns;
        this.values = values;
    }

    /** A column but the tenant's, with its type. */
    private record Column(String name, String type) {
        /** Arrays of arrays must be of one length, so that an array goes as its text. */
        private boolean isArray() {
            return type.endsWith("[]");
        }

        private String read() {
            return "array_agg(x." + name + (isArray() ? "::text" : "") + ")::text";
        }

        private String parameter() {
            return "?::" + (isArray() ? "text" : type) + "[]";
        }

        private String written() {
            return "u." + name + (isArray() ? "::" + type : "");
        }
    }

    /** The rows of the connection's tenant for which the condition holds on the ids. */
    static Rows read(Connection connection, String table, String condition, List<UUID> ids) throws SQLException {
        var columns = columns(connection, table);
        var arrays = columns.stream().map(Column::read).collect(Collectors.joining(", "));
        var sql =
                "select " + arrays + " from (select * from " + table + " t where t." + condition + " order by 1, 2) x";
        try (var statement = connection.prepareStatement(sql)) {
            if (sql.contains("?")) {
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            }
            try (var row = statement.executeQuery()) {
                row.next();
                var values = new ArrayList<String>();
                for (var position = 1; position <= columns.size(); position++) {
                    var array = row.getString(position);
                    values.add(array == null ? "{}" : array);
                }
                return new Rows(table, columns, values);
            }
        }
    }

    /** Writes the rows for a tenant, in the connection's transaction. */
    int insert(Connection connection, UUID tenant) throws SQLException {
        var names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        var parameters = columns.stream().map(Column::parameter).collect(Collectors.joining(", "));
        var written = columns.stream().map(Column::written).collect(Collectors.joining(", "));
        var sql = "insert into " + table + " (tenant_id, " + names + ") select ?, " + written + " from unnest("
                + parameters + ") u(" + names + ")";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant);
            for (var position = 0; position < values.size(); position++) {
                statement.setString(position + 2, values.get(position));
            }
            return statement.executeUpdate();
        }
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        var sql = "select a.attname, format_type(a.atttypid, a.atttypmod) from pg_attribute a "
                + "where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'tenant_id' "
                + "order by a.attnum";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (var row = statement.executeQuery()) {
                var columns = new ArrayList<Column>();
                while (row.next()) {
                    columns.add(new Column(row.getString(1), row.getString(2)));
                }
                return columns;
            }
        }
    }
}
