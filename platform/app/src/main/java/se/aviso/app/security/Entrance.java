package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
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

    /** Lets who is in the request's session become its caller; false for nobody, or when their tenant is not known. */
    public boolean admit(HttpServletRequest request) {
        return Visitor.of(request)
                .map(visitor -> enter(visitor.tenant(), visitor.subject(), visitor.name()))
                .or(() -> Guest.of(request).map(this::enter))
                .orElse(false);
    }

    private boolean enter(Guest guest) {
        var tenant = recognition.tenant(guest.tenant());
        tenant.ifPresent(known -> {
            Tenancy.enter(known.id());
            var grants = recognition.grants(guest);
            caller.become(new Caller.Identity(known.id(), Guest.SUBJECT, guest.name(), Optional.empty()), grants);
        });
        return tenant.isPresent();
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
