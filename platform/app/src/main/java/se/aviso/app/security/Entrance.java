package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.HttpProblem;

/** Where a request becomes a caller's: recognised, put into their tenant, and asked for the permission. */
@ApplicationScoped
public class Entrance {
    private static final String INVALID = "Bearer error=\"invalid_token\"";

    @Inject
    Recognition recognition;

    @Inject
    Caller caller;

    void admit(TokenVerdict verdict, Permission needed) {
        var bearer = verdict.ifValid().orElseThrow(() -> refusal(verdict));
        var tenant = recognition.tenant(bearer.tenant()).orElseThrow(() -> unauthorized("tenant-unknown", INVALID));
        Tenancy.enter(tenant);
        var grants = recognition.grants(bearer.subject());
        caller.become(new Caller.Identity(tenant, bearer.subject(), bearer.name()), grants);
        if (!caller.may(needed)) {
            throw new HttpProblem(403, "forbidden");
        }
    }

    private static HttpProblem refusal(TokenVerdict verdict) {
        return switch (verdict.kind()) {
            case UNPROVABLE -> new HttpProblem(503, "identity-unavailable");
            case MISSING -> unauthorized("token-missing", "Bearer");
            case INVALID, VALID -> unauthorized("token-invalid", INVALID);
        };
    }

    private static HttpProblem unauthorized(String code, String challenge) {
        return new HttpProblem(401, code).withHeader("WWW-Authenticate", challenge);
    }
}
