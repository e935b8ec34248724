package se.aviso.app.life;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Moves, resignations and deaths, over REST. */
@Path("memberships/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LifeResource {
    @Inject
    ChangeLife change;

    /** Moves the membership to another group from a day on. */
    @POST
    @Path("transfers")
    @Needs(Permission.MEMBER_WRITE)
    public Response move(@PathParam("id") UUID id, ChangeLife.Move move) {
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", change.move(id, move)))
                .build();
    }

    /** Calls a move off whose day has not come. */
    @DELETE
    @Path("transfers/{transfer}")
    @Needs(Permission.MEMBER_WRITE)
    public Response callOff(@PathParam("id") UUID id, @PathParam("transfer") UUID transfer) {
        change.callOff(id, transfer);
        return Response.noContent().build();
    }

    /** Ends the membership from a day on. */
    @POST
    @Path("resignation")
    @Needs(Permission.MEMBER_WRITE)
    public Response resign(@PathParam("id") UUID id, ChangeLife.Resignation wish) {
        change.resign(id, wish);
        return Response.noContent().build();
    }
}
