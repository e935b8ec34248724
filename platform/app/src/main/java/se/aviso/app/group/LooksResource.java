package se.aviso.app.group;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.kernel.GroupId;

/** How a group's documents look, kind by kind, over REST. */
@Path("groups/{id}/looks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LooksResource {
    @Inject
    SetLook look;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** What the group has set itself, and what holds with what it inherits. */
    @GET
    @Needs(Permission.GROUP_READ)
    public Response see(@PathParam("id") UUID id) {
        return answer(look.find(new GroupId(id)).orElseThrow(HttpProblem::notFound));
    }

    /** Sets all that the group sets itself; what was issued before keeps the look that it was issued in. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.GROUP_WRITE)
    public Response set(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            LookBodies.LooksBody body) {
        return answer(look.set(new GroupId(id), version -> ETags.require(ifMatch, version), body.read()));
    }

    /** The versions that the group has had, the newest first. */
    @GET
    @Path("versions")
    @Needs(Permission.GROUP_READ)
    public Response versions(@PathParam("id") UUID id) {
        var page = QueryParams.of(uri).page();
        var before = page.after().map(Cursor::number).orElse(Long.MAX_VALUE);
        var rows = look.history(new GroupId(id), before, page.limitAndOne()).orElseThrow(HttpProblem::notFound);
        var versions = Page.of(rows, page, LooksResource::cursor);
        return new Page<>(
                        versions.items().stream()
                                .map(LookBodies.VersionBody::of)
                                .toList(),
                        versions.nextCursor())
                .toResponse(uri);
    }

    private static Response answer(SetLook.Seen seen) {
        return Response.ok(LookBodies.SeenBody.of(seen))
                .tag(ETags.of(seen.version()))
                .build();
    }

    private static Cursor cursor(LookStore.Numbered numbered) {
        return new Cursor(Integer.toString(numbered.ordinal()), numbered.own().version());
    }
}
