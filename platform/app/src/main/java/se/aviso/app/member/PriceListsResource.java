package se.aviso.app.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
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

    @Inject
    ChangePrice changePrice;

    @Inject
    ChangeMembershipType versions;

    /** From which day on a price holds no longer. */
    public record End(LocalDate from) {}

    /** The prices of a type. */
    @GET
    @Path("{id}")
    @Needs(Permission.TYPE_READ)
    public Response see(@PathParam("id") UUID id) {
        return whole(Response.ok(), id);
    }

    /** Adds a price from a day on; answers the list as it is now. */
    @POST
    @Path("{id}/prices")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.TYPE_WRITE)
    public Response add(@PathParam("id") UUID id, MembershipTypeBodies.PriceBody body) {
        addPrice.add(id, body);
        return whole(Response.created(URI.create("price-lists/" + id)), id);
    }

    /** Puts another price in the place of one that no invoice was asked by; answers the list as it is now. */
    @PUT
    @Path("{id}/prices/{price}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.TYPE_WRITE)
    public Response replace(
            @PathParam("id") UUID id,
            @PathParam("price") UUID price,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            MembershipTypeBodies.PriceBody body) {
        changePrice.replace(id, price, version -> ETags.require(ifMatch, version), body);
        return whole(Response.ok(), id);
    }

    /** Takes away a price that no invoice was asked by. */
    @DELETE
    @Path("{id}/prices/{price}")
    @Needs(Permission.TYPE_WRITE)
    public Response remove(@PathParam("id") UUID id, @PathParam("price") UUID price) {
        changePrice.remove(id, price);
        return Response.noContent().build();
    }

    /** Ends a price from a day on; answers the list as it is now. */
    @POST
    @Path("{id}/prices/{price}:end")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.TYPE_WRITE)
    public Response end(@PathParam("id") UUID id, @PathParam("price") UUID price, End end) {
        changePrice.end(id, price, end.from());
        return whole(Response.ok(), id);
    }

    private Response whole(Response.ResponseBuilder response, UUID id) {
        var type = types.find(id).orElseThrow(HttpProblem::notFound);
        var version = versions.find(id).orElseThrow(HttpProblem::notFound).version();
        return response.entity(new MembershipTypeBodies.PriceListBody(id, type.prices()))
                .tag(ETags.of(version))
                .build();
    }
}
