package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.access.Permission;
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
        if (!enter(bearer.tenant(), bearer.subject(), bearer.name())) {
            throw unauthorized("tenant-unknown", INVALID);
        }
        if (!caller.may(needed)) {
            throw new HttpProblem(403, "forbidden");
        }
    }

    /** Lets somebody who has logged in become the request's caller; false when their tenant is not known here. */
    public boolean admit(Visitor visitor) {
        return enter(visitor.tenant(), visitor.subject(), visitor.name());
    }

    private boolean enter(String slug, String subject, String name) {
        var tenant = recognition.tenant(slug);
        tenant.ifPresent(known -> {
            Tenancy.enter(known.id());
            var found = recognition.recognise(subject, known);
            caller.become(new Caller.Identity(known.id(), subject, name, found.user()), found.grants());
        });
        return tenant.isPresent();
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
