package se.aviso.app.security;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Map;
import se.aviso.app.web.HttpProblem;

/** Lets an address through only so often. */
class RateGuard implements ContainerRequestFilter {
    private final String endpoint;
    private final int perMinute;
    private final RateLimit limit;

    RateGuard(String endpoint, int perMinute, RateLimit limit) {
        this.endpoint = endpoint;
        this.perMinute = perMinute;
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var asked = CDI.current().select(HttpServletRequest.class).get();
        var address = CDI.current().select(CallerAddress.class).get().of(asked);
        var wait = limit.secondsUntilFree(address + " " + endpoint, perMinute);
        if (wait > 0) {
            throw new HttpProblem(429, "too-many-requests", Map.of("seconds", Long.toString(wait)))
                    .withHeader("Retry-After", Long.toString(wait));
        }
    }
}
