package se.aviso.app.dunning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;

/** Dunning policies over REST; one has the id of its membership type, or is {@code one-off}. */
@Path("dunning-policies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DunningPoliciesResource {
    @Inject
    SetDunningPolicy policies;

    /** All of them; there are few. */
    @GET
    @Needs(Permission.TYPE_READ)
    public Page<PolicyBodies.PolicyBody> list() {
        return new Page<>(policies.all(), Optional.empty());
    }

    /** One policy with its agreements. */
    @GET
    @Path("{id}")
    @Needs(Permission.TYPE_READ)
    public Response see(@PathParam("id") String id) {
        return whole(Response.ok(), policies.find(id).orElseThrow(HttpProblem::notFound));
    }

    /** Sets a policy whole. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.TYPE_WRITE)
    public Response set(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PolicyBodies.PolicyBody body) {
        return whole(Response.ok(), policies.set(id, version -> ETags.require(ifMatch, version), body));
    }

    /** Writes an agreement down; it binds what is issued from then on. */
    @POST
    @Path("{id}/agreements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.TYPE_WRITE)
    public Response agree(@PathParam("id") String id, PolicyBodies.AgreementBody body) {
        return whole(Response.created(URI.create("dunning-policies/" + id)), policies.agree(id, body));
    }

    private static Response whole(Response.ResponseBuilder response, SetDunningPolicy.Versioned policy) {
        return response.tag(ETags.of(policy.version())).entity(policy.policy()).build();
    }
}
