package se.aviso.app.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** Membership types with their price lists, over REST. */
@Path("membership-types")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MembershipTypesResource {
    @Inject
    CreateMembershipType types;

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
}
