package se.aviso.app.security;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import se.aviso.app.web.HttpProblem;

/** Refuses everybody, because the method does not say what it needs. */
class ShutGuard implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        throw new HttpProblem(403, "forbidden");
    }
}
