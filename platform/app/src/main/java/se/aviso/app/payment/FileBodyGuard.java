package se.aviso.app.payment;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import se.aviso.app.web.HttpProblem;

/** Refuses a body of no stated type before it is read: without one the server takes it for a form, and fails. */
@Provider
@FileBody
public class FileBodyGuard implements ContainerRequestFilter {
    private static final int UNSUPPORTED = 415;

    @Override
    public void filter(ContainerRequestContext request) {
        var type = request.getMediaType();
        if (type == null) {
            throw request.hasEntity() ? new HttpProblem(UNSUPPORTED, "media-type-unsupported") : missing();
        }
        if (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
                && !type.getParameters().containsKey("boundary")) {
            throw HttpProblem.badRequest("request-malformed", List.of());
        }
    }

    private static HttpProblem missing() {
        return HttpProblem.badRequest("body-missing", List.of());
    }
}
