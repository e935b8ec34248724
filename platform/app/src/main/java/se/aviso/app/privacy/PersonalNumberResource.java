package se.aviso.app.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;

/** Personal numbers whole, over REST. */
@Path("members/{id}/personal-number:reveal")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PersonalNumberResource {
    @Inject
    RevealPersonalNumber revealPersonalNumber;

    /** Why it is to be seen. */
    public record Wish(Optional<String> reason) {}

    /** A personal number, whole; never printed. */
    public record Revealed(String personalNumber) {
        @Override
        public String toString() {
            return "****";
        }
    }

    /** The number whole; the trail keeps who has seen it and why. */
    @POST
    @Needs(Permission.PERSONAL_NUMBER_READ)
    public Response reveal(@PathParam("id") UUID id, Wish body) {
        var number = revealPersonalNumber.reveal(id, body.reason());
        return Response.ok(new Revealed(number.whole()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
