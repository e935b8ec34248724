package se.aviso.app.life;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;

/** The death of a member, over REST. */
@Path("members/{id}/death")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class DeathResource {
    @Inject
    ChangeLife change;

    /** Notes it: everything stops. */
    @POST
    @Needs(Permission.MEMBER_WRITE)
    public Response died(@PathParam("id") UUID id, ChangeLife.Death death) {
        change.died(id, death);
        return Response.noContent().build();
    }
}
