package se.aviso.app.member;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.MergePatch;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** Membership types with their price lists, over REST. */
@Path("membership-types")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MembershipTypesResource {
    @Inject
    CreateMembershipType types;

    @Inject
    ChangeMembershipType change;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Adds a type. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.TYPE_WRITE)
    public Response create(MembershipTypeBodies.TypeBody body) {
        var created = types.create(body);
        return Answer.created(URI.create("membership-types/" + created.id().orElseThrow()), created)
                .toResponse();
    }

    /** The types, by slug. */
    @GET
    @Needs(Permission.TYPE_READ)
    public Response list() {
        var page = QueryParams.of(uri).page();
        var after = page.after().map(Cursor::sortKey).orElse("");
        var rows = types.list(after, page.limitAndOne());
        return Page.of(rows, page, type -> new Cursor(type.slug(), type.id().orElseThrow()))
                .toResponse(uri);
    }

    /** One type. */
    @GET
    @Path("{id}")
    @Needs(Permission.TYPE_READ)
    public Response see(@PathParam("id") UUID id) {
        return whole(id);
    }

    /** Changes what the body names; ends the type from a day on, or no longer. */
    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Needs(Permission.TYPE_WRITE)
    public Response change(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        var texts = MergePatch.withNumbersAsTexts(body, TypeTermsForm.NUMBERS);
        var changes = MergePatch.read(texts, Set.copyOf(TypeTermsForm.FIELDS));
        change.change(id, version -> ETags.require(ifMatch, version), changes);
        return whole(id);
    }

    private Response whole(UUID id) {
        var found = types.find(id).orElseThrow(HttpProblem::notFound);
        var version = change.find(id).orElseThrow(HttpProblem::notFound).version();
        return Response.ok(found).tag(ETags.of(version)).build();
    }
}
