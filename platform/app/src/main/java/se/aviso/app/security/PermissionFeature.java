package se.aviso.app.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Puts a guard before every resource method, by what the method says it needs; one that says nothing stays shut. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class PermissionFeature implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var method = resource.getResourceMethod();
        var needs = method.getAnnotation(Needs.class);
        var open = method.getAnnotation(PublicEndpoint.class);
        if (open != null) {
            context.register(new RateGuard(
                    resource.getResourceClass().getName() + "." + method.getName(),
                    open.perMinute(),
                    CDI.current().select(RateLimit.class).get()));
        } else if (needs != null) {
            context.register(new PermissionGuard(needs.value()));
        } else {
            context.register(new ShutGuard());
        }
    }
}
