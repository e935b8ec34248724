package se.aviso.app.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;

/** Erasures, over REST. */
@Path("members/{id}:erase")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ErasuresResource {
    @Inject
    EraseMember eraseMember;

    /** Why somebody is erased. */
    public record Wish(Optional<String> reason) {}

    /** Erases the member and answers the certificate. */
    @POST
    @Needs(Permission.MEMBER_ERASE)
    public Certificate erase(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Wish body) {
        return eraseMember.erase(id, version -> ETags.require(ifMatch, version), body.reason());
    }
}
