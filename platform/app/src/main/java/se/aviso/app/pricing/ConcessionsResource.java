package se.aviso.app.pricing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.HttpProblem;

/** What a membership need not pay, over REST. */
@Path("memberships/{id}/concessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConcessionsResource {
    @Inject
    FindConcessions find;

    @Inject
    GiveConcession give;

    /** The concessions of a membership. */
    public record Concessions(List<ConcessionBody> items) {}

    /** All of them, ended ones too. */
    @GET
    @Needs(Permission.MEMBER_READ)
    public Concessions list(@PathParam("id") UUID id) {
        var kept = find.of(id).orElseThrow(HttpProblem::notFound);
        return new Concessions(kept.stream().map(ConcessionBody::of).toList());
    }

    /** Gives one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MEMBER_WRITE)
    public Response give(@PathParam("id") UUID id, ConcessionBody body) {
        var kept = give.give(id, body);
        return Response.created(URI.create("memberships/" + id + "/concessions"))
                .entity(ConcessionBody.of(kept))
                .build();
    }

    /** Ends one: it counts for no period that begins after today. */
    @DELETE
    @Path("{concession}")
    @Needs(Permission.MEMBER_WRITE)
    public Response end(@PathParam("id") UUID id, @PathParam("concession") UUID concession) {
        give.end(id, concession);
        return Response.noContent().build();
    }
}
