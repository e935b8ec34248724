package se.aviso.app.tenancy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import se.aviso.kernel.TenantId;

/**
 * SQL for work on whole sets of rows, in the current transaction and tenant.
 *
 * <p>Parameters are strings, numbers, booleans, bytes, {@link UUID}, {@link TenantId}, {@link LocalDate},
 * {@link Instant}, an {@link Optional} of these, null, or a column made by {@link #uuids} and its siblings.
 */
@Dependent
public class Sql {
    private final Supplier<Connection> connections;

    @Inject
    public Sql(Database database) {
        this(database::connection);
    }

    private Sql(Supplier<Connection> connections) {
        this.connections = connections;
    }

    /** SQL on tables that belong to no tenant; every caller says why. */
    public static Sql untenanted(Database database) {
        return new Sql(database::untenanted);
    }

    /** SQL on a connection at hand, for tests and for work at start. */
    public static Sql on(Connection connection) {
        return new Sql(() -> connection);
    }

    /** Changes rows and answers how many. */
    public int update(String sql, @Nullable Object... params) {
        var connection = connections.get();
        try (var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, params);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new SqlFailure(sql, failure);
        }
    }

    /** Reads all rows of the answer, in its order. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... params) {
        var connection = connections.get();
        try (var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, params);
            return readAll(statement, reader);
        } catch (SQLException failure) {
            throw new SqlFailure(sql, failure);
        }
    }

    /**
     * Reads the one row of the answer, if there is one.
     *
     * @throws IllegalStateException when there are more
     */
    public <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... params) {
        var rows = query(sql, reader, params);
        if (rows.size() > 1) {
            throw new IllegalStateException(rows.size() + " rows instead of one: " + sql);
        }
        return rows.stream().findFirst();
    }

    /** A {@code uuid[]}. */
    public static SqlArray uuids(Collection<? extends @Nullable UUID> values) {
        return new SqlArray("uuid", values.toArray());
    }

    /** A {@code text[]}. */
    public static SqlArray texts(Collection<? extends @Nullable String> values) {
        return new SqlArray("text", values.toArray());
    }

    /** A {@code bigint[]}. */
    public static SqlArray bigints(Collection<? extends @Nullable Long> values) {
        return new SqlArray("bigint", values.toArray());
    }

    /** A {@code bigint[]}. */
    public static SqlArray bigints(long... values) {
        return new SqlArray("bigint", Arrays.stream(values).boxed().toArray());
    }

    /** An {@code integer[]}. */
    public static SqlArray integers(Collection<? extends @Nullable Integer> values) {
        return new SqlArray("integer", values.toArray());
    }

    /** A {@code smallint[]}. */
    public static SqlArray smallints(Collection<? extends @Nullable Integer> values) {
        return new SqlArray("smallint", values.toArray());
    }

    /** A {@code smallint[]} of the codes of constants. */
    public static SqlArray codes(Collection<? extends Enum<?>> constants) {
        return smallints(constants, Codes::of);
    }

    /** A {@code date[]}. */
    public static SqlArray dates(Collection<? extends @Nullable LocalDate> values) {
        return new SqlArray("date", values.toArray());
    }

    /** A {@code timestamptz[]}. */
    public static SqlArray instants(Collection<? extends @Nullable Instant> values) {
        return new SqlArray("timestamptz", values.toArray());
    }

    /** A {@code bytea[]}. */
    public static SqlArray byteas(Collection<byte[]> values) {
        return new SqlArray("bytea", values.toArray(byte[][]::new));
    }

    /** A {@code boolean[]}. */
    public static SqlArray booleans(Collection<? extends @Nullable Boolean> values) {
        return new SqlArray("boolean", values.toArray());
    }

    /** A {@code uuid[]} of a column of rows. */
    public static <T> SqlArray uuids(Collection<T> rows, Function<T, UUID> column) {
        return uuids(rows.stream().map(column).toList());
    }

    /** A {@code text[]} of a column of rows. */
    public static <T> SqlArray texts(Collection<T> rows, Function<T, String> column) {
        return texts(rows.stream().map(column).toList());
    }

    /** A {@code bigint[]} of a column of rows. */
    public static <T> SqlArray bigints(Collection<T> rows, ToLongFunction<T> column) {
        return bigints(rows.stream().mapToLong(column).toArray());
    }

    /** A {@code smallint[]} of a column of rows. */
    public static <T> SqlArray smallints(Collection<T> rows, Function<T, Integer> column) {
        return smallints(rows.stream().map(column).toList());
    }

    /** A {@code date[]} of a column of rows. */
    public static <T> SqlArray dates(Collection<T> rows, Function<T, LocalDate> column) {
        return dates(rows.stream().map(column).toList());
    }

    private static <T> List<T> readAll(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        try (var cursor = statement.executeQuery()) {
            var row = new Row(cursor);
            var values = new ArrayList<T>();
            while (cursor.next()) {
                values.add(reader.read(row));
            }
            return values;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object[] params)
            throws SQLException {
        for (var position = 0; position < params.length; position++) {
            statement.setObject(position + 1, plain(connection, params[position]));
        }
    }

    private static @Nullable Object plain(Connection connection, @Nullable Object param) throws SQLException {
        if (param instanceof SqlArray array) {
            return array.on(connection);
        }
        if (param instanceof Optional<?> optional) {
            return plain(connection, optional.orElse(null));
        }
        if (param instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return param instanceof TenantId tenant ? tenant.value() : param;
    }
}
