package se.aviso.app.tenancy;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Tells a database that is not there from a statement that is wrong: the one passes, the other is our fault. */
public final class DatabaseAway {
    /** Connection lost, server stopping or starting, no connection or memory or disk left (PostgreSQL, appendix A). */
    private static final List<String> STATES = List.of("08", "57P", "53");

    private static final int DEPTH = 20;

    private DatabaseAway() {}

    /** Whether the fault says so anywhere in its chain of causes. */
    public static boolean isReasonOf(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH)
                .anyMatch(DatabaseAway::saysSo);
    }

    private static boolean saysSo(Throwable cause) {
        if (cause instanceof SQLException refused) {
            var state = refused.getSQLState();
            return state != null && STATES.stream().anyMatch(state::startsWith);
        }
        return cause instanceof ResourceException; // the pool had no connection to give
    }
}
