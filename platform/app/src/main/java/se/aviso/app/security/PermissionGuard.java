package se.aviso.app.security;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import se.aviso.access.Permission;

/** Lets those through who may do it somewhere; where exactly is the use case's question. */
class PermissionGuard implements ContainerRequestFilter {
    private final Permission needed;

    PermissionGuard(Permission needed) {
        this.needed = needed;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var verdict = TokenVerdict.of(request.getProperty(TokenVerdict.attribute()));
        CDI.current().select(Entrance.class).get().admit(verdict, needed);
    }
}
