package se.aviso.app.life;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;

/** New memberships of who is a member already, or was one, over REST. */
@Path("members/{id}/memberships")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NewMembershipResource {
    @Inject
    BeginMembership begin;

    /** Begins one more membership, or one again. */
    @POST
    @Needs(Permission.MEMBER_WRITE)
    public Response begin(@PathParam("id") UUID id, BeginMembership.Wish wish) {
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", begin.begin(id, wish)))
                .build();
    }
}
