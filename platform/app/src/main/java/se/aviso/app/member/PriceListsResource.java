package se.aviso.app.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.HttpProblem;

/** The price lists of membership types, over REST; a list has the id of its type. */
@Path("price-lists")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PriceListsResource {
    @Inject
    CreateMembershipType types;

    @Inject
    AddPrice addPrice;

    /** The prices of a type. */
    @GET
    @Path("{id}")
    @Needs(Permission.TYPE_READ)
    public MembershipTypeBodies.PriceListBody see(@PathParam("id") UUID id) {
        return list(id);
    }

    /** Adds a price from a day on; answers the list as it is now. */
    @POST
    @Path("{id}/prices")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.TYPE_WRITE)
    public Response add(@PathParam("id") UUID id, MembershipTypeBodies.PriceBody body) {
        addPrice.add(id, body);
        return Response.created(URI.create("price-lists/" + id))
                .entity(list(id))
                .build();
    }

    private MembershipTypeBodies.PriceListBody list(UUID id) {
        var type = types.find(id).orElseThrow(HttpProblem::notFound);
        return new MembershipTypeBodies.PriceListBody(id, type.prices());
    }
}
