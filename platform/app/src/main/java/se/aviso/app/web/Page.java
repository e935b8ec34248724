package se.aviso.app.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part begins; absent at the end
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /** Of rows asked for with {@link PageRequest#limitAndOne}. */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Cursor> cursor) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, Optional.empty());
        }
        var items = rows.subList(0, request.limit());
        var last = cursor.apply(items.get(items.size() - 1));
        return new Page<>(items, Optional.of(last.encoded()));
    }

    /** The answer, with {@code Link: rel="next"} where there is more. */
    public Response toResponse(UriInfo uri) {
        return toResponse(uri, this);
    }

    /** The answer with a body that holds more than the part. */
    public Response toResponse(UriInfo uri, Object body) {
        var response = Response.ok(body);
        nextCursor.ifPresent(next -> response.link(
                uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build(), "next"));
        return response.build();
    }
}
