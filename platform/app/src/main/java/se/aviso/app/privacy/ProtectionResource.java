package se.aviso.app.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;

/** Protected identities, over REST. */
@Path("members/{id}/protection")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProtectionResource {
    @Inject
    ProtectIdentity protectIdentity;

    /** Whether somebody has a protected identity, and why that is said. */
    public record Protection(boolean protectedIdentity, Optional<String> reason) {}

    /** Sets or clears the protection. */
    @PUT
    @Needs(Permission.PROTECTED_READ)
    public Response protect(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Protection body) {
        var found = protectIdentity.set(
                id, version -> ETags.require(ifMatch, version), body.protectedIdentity(), body.reason());
        var now = found.member().privacy().protectedIdentity();
        return Response.ok(new Protection(now, Optional.empty()))
                .tag(ETags.of(found.version()))
                .build();
    }
}
