package se.aviso.app.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/**
 * An answer that can be stored and given again.
 *
 * @param body JSON, or empty
 */
public record Answer(int status, String body, Optional<URI> location) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    /** Done. */
    public static Answer ok(Object body) {
        return new Answer(OK, Json.write(body), Optional.empty());
    }

    /** Made, and found there. */
    public static Answer created(URI location, Object body) {
        return new Answer(CREATED, Json.write(body), Optional.of(location));
    }

    /** Begun, and followed there. */
    public static Answer accepted(URI location, Object body) {
        return new Answer(ACCEPTED, Json.write(body), Optional.of(location));
    }

    /** For the client. */
    public Response toResponse() {
        var response = Response.status(status);
        if (!body.isEmpty()) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        }
        location.ifPresent(response::location);
        return response.build();
    }
}
