package se.aviso.app.tenancy;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A column of values for {@code unnest(?)}; made by the factories of {@link Sql}. */
public final class SqlArray {
    private final String type;
    private final @Nullable Object[] elements;

    SqlArray(String type, @Nullable Object[] elements) {
        this.type = type;
        this.elements = elements;
    }

    Array on(Connection connection) throws SQLException {
        return connection.createArrayOf(type, elements);
    }
}
