package se.aviso.app.tenancy;

import java.sql.SQLException;

/** A statement that the database refused, with its SQL; rolls the transaction back. */
public final class SqlFailure extends RuntimeException {
    private static final String UNIQUE_VIOLATION = "23505";
    private final String state;

    SqlFailure(String sql, SQLException cause) {
        super(cause.getMessage() + " in: " + sql, cause);
        var reported = cause.getSQLState();
        this.state = reported == null ? "" : reported;
    }

    /** The five characters by which PostgreSQL names the fault, or empty. */
    public String state() {
        return state;
    }

    /** True when a unique key was taken. */
    public boolean isUniqueViolation() {
        return UNIQUE_VIOLATION.equals(state);
    }
}
