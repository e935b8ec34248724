package se.aviso.app.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * Refuses a request without the body, or the type of it, that the operation reads: the server would hand it nothing
 * without asking anybody.
 */
class BodyGuard implements ContainerRequestFilter {
    private static final int UNSUPPORTED = 415;

    /** True of an operation that reads a body; what takes bytes as they are says itself what it wants of them. */
    static boolean isNeeded(Method operation) {
        return Arrays.stream(operation.getParameters())
                .anyMatch(each -> Arrays.stream(each.getAnnotations())
                                .noneMatch(annotation -> annotation
                                        .annotationType()
                                        .getPackageName()
                                        .startsWith("jakarta.ws.rs"))
                        && each.getType() != InputStream.class);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMediaType() != null) {
            return;
        }
        throw request.hasEntity()
                ? new HttpProblem(UNSUPPORTED, "media-type-unsupported")
                : HttpProblem.badRequest("body-missing", List.of());
    }
}
