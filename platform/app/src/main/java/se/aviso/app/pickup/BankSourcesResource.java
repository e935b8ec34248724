package se.aviso.app.pickup;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;

/** Where bank files come from, over REST; for operators. A secret is taken and never answered. */
@Path("bank-sources")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BankSourcesResource {
    @Inject
    FindBankSources find;

    @Inject
    TendBankSource tend;

    @Inject
    TryConnection trial;

    /** A key as a person has compared it. */
    record PinnedKey(String fingerprint) {}

    /** All sources: the operators' uploads, the watched folder, the servers by name. */
    @GET
    @Needs(Permission.INSTALLATION_RUN)
    public Page<SourceBodies.Listed> list() {
        return new Page<>(find.all().stream().map(SourceBodies.Listed::of).toList(), Optional.empty());
    }

    /** One source; of a server also how it is reached. */
    @GET
    @Path("{id}")
    @Needs(Permission.INSTALLATION_RUN)
    public Response see(@PathParam("id") UUID id) {
        var found = find.find(id).orElseThrow(HttpProblem::notFound);
        return Response.ok(SourceBodies.Seen.of(found))
                .tag(ETags.of(found.source().version()))
                .build();
    }

    /** Adds a server. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INSTALLATION_RUN)
    public Response add(SourceBodies.Wished body) {
        var id = tend.add(body.wish());
        var found = find.find(id).orElseThrow();
        return Response.created(URI.create("bank-sources/" + id))
                .entity(SourceBodies.Seen.of(found))
                .tag(ETags.of(found.source().version()))
                .build();
    }

    /** Changes a server; a secret that is left out stays. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INSTALLATION_RUN)
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, SourceBodies.Wished body) {
        tend.change(id, version -> ETags.require(ifMatch, version), body.wish());
        return see(id);
    }

    /** Removes a server; twice is 404. */
    @DELETE
    @Path("{id}")
    @Needs(Permission.INSTALLATION_RUN)
    public Response remove(@PathParam("id") UUID id) {
        tend.remove(id);
        return Response.noContent().build();
    }

    /** Tries the connection, and shows the server's key. */
    @POST
    @Path("{id}:try")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.INSTALLATION_RUN)
    public LookAtServer.Seen tryOut(@PathParam("id") UUID id) {
        return trial.tryOut(id);
    }

    /** Pins the server's key. */
    @PUT
    @Path("{id}/host-key")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INSTALLATION_RUN)
    public Response pin(@PathParam("id") UUID id, PinnedKey body) {
        tend.pin(id, body.fingerprint());
        return see(id);
    }

    /** Says which files are waited for. */
    @PUT
    @Path("{id}/expectation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INSTALLATION_RUN)
    public Response expect(@PathParam("id") UUID id, SourceBodies.Expected body) {
        tend.expect(id, body.expectation());
        return see(id);
    }

    /** Looks as soon as may be. */
    @POST
    @Path("{id}:look")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.INSTALLATION_RUN)
    public Response look(@PathParam("id") UUID id) {
        tend.lookNow(id);
        return Response.accepted(SourceBodies.Seen.of(find.find(id).orElseThrow()))
                .build();
    }
}
