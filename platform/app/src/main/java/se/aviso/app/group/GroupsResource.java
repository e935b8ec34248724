package se.aviso.app.group;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.wording.PaperKind;

/** The tree of groups, over REST. */
@Path("groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GroupsResource {
    @Inject
    FindGroups find;

    @Inject
    ChangeGroups change;

    @Inject
    SetLook look;

    @Inject
    MoveGroup move;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Adds a group. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.GROUP_WRITE)
    public Response create(GroupBodies.NewGroup body) {
        var group = change.create(body.wish());
        return Answer.created(URI.create("groups/" + group.id()), GroupBodies.GroupBody.of(group))
                .toResponse();
    }

    /** The groups under a parent, or the topmost that the caller sees. */
    @GET
    @Needs(Permission.GROUP_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var rows = find.children(
                query.uuid("parent").map(GroupId::new),
                page.limitAndOne(),
                page.after().map(Cursor::sortKey).orElse(""));
        var groups = Page.of(rows, page, GroupsResource::cursor);
        return new Page<>(groups.items().stream().map(GroupBodies.GroupBody::of).toList(), groups.nextCursor())
                .toResponse(uri);
    }

    /** One group. */
    @GET
    @Path("{id}")
    @Needs(Permission.GROUP_READ)
    public Response see(@PathParam("id") UUID id) {
        return answer(find.versioned(new GroupId(id)).orElseThrow(HttpProblem::notFound));
    }

    /** Changes what the body names; null clears, so that it is inherited again. */
    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Needs(Permission.GROUP_WRITE)
    public Response change(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        return answer(
                change.change(new GroupId(id), version -> ETags.require(ifMatch, version), GroupPatch.read(body)));
    }

    /** The parent under which a group is to stand, and why, for who wants to say it. */
    public record NewPlace(UUID parentId, Optional<String> reason) {}

    /** Puts the group with all below it under another parent. */
    @POST
    @Path("{id}:move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.GROUP_WRITE)
    public Response move(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, NewPlace body) {
        var to = new GroupId(body.parentId());
        return answer(move.move(new GroupId(id), version -> ETags.require(ifMatch, version), to, body.reason()));
    }

    /** Who is paid for the group: the inherited whole, with the origin of each field. */
    @GET
    @Path("{id}/billing-identity")
    @Needs(Permission.GROUP_READ)
    public Response identity(@PathParam("id") UUID id) {
        var identity = find.identity(new GroupId(id)).orElseThrow(HttpProblem::notFound);
        return Response.ok(GroupBodies.identity(identity)).build();
    }

    /** Sets the group's own logo, for all kinds of its documents or for one. */
    @PUT
    @Path("{id}/logo")
    @Consumes({"image/png", "image/jpeg"})
    @Needs(Permission.GROUP_WRITE)
    public Response setLogo(@PathParam("id") UUID id, InputStream upload) throws IOException {
        look.setLogo(new GroupId(id), QueryParams.of(uri).constant("kind", PaperKind.class), upload);
        return Response.noContent().build();
    }

    /** The logo that stands on the group's documents. */
    @GET
    @Path("{id}/logo")
    @Produces("image/png")
    @Needs(Permission.GROUP_READ)
    public byte[] logo(@PathParam("id") UUID id) {
        return find.logo(new GroupId(id)).orElseThrow(HttpProblem::notFound);
    }

    private static Response answer(CreateGroup.Versioned versioned) {
        return Response.ok(GroupBodies.GroupBody.of(versioned.group()))
                .tag(ETags.of(versioned.version()))
                .build();
    }

    private static Cursor cursor(Group group) {
        return new Cursor(group.place().path(), group.id().value());
    }
}
