package se.aviso.app.web;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Holds every operation to the query parameters that the contract gives it, and to its body; after who asks has been
 * let in.
 */
@Provider
public class ParameterFeature implements DynamicFeature {
    private static final int AFTER_ALL_ELSE = Priorities.USER + 1000;

    private final Contract contract = Contract.load();

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var known = contract.parameters(resource.getResourceMethod());
        context.register(new ParameterGuard(known), AFTER_ALL_ELSE);
        if (BodyGuard.isNeeded(resource.getResourceMethod())) {
            context.register(new BodyGuard(), AFTER_ALL_ELSE);
        }
    }
}
