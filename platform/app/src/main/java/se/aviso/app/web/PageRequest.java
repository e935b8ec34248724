package se.aviso.app.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a client wants.
 *
 * @param limit rows in the page
 * @param after the last row of the page before
 */
public record PageRequest(int limit, Optional<Cursor> after) {
    private static final int DEFAULT = 50;
    private static final int MOST = 500;

    /** Of the query parameters {@code limit} and {@code cursor}. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        var rows = limit == null ? DEFAULT : limit;
        if (rows < 1 || rows > MOST) {
            throw HttpProblem.badRequest("limit-invalid", List.of());
        }
        return new PageRequest(rows, Cursor.parse(cursor));
    }

    /** What to ask the database for: one more row tells whether there is another page. */
    public int limitAndOne() {
        return limit + 1;
    }
}
