package se.aviso.app.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.access.Role;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.kernel.GroupId;

/** Who may do what where, over REST. */
@Path("grants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GrantsResource {
    @Inject
    FindGrants find;

    @Inject
    GiveGrant give;

    @Inject
    Idempotency idempotency;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** The grants in the caller's subtrees, by name. */
    @GET
    @Needs(Permission.GRANT_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var wanted = new FindGrants.Wanted(
                query.uuid("groupId").map(GroupId::new),
                query.constant("role", Role.class),
                query.uuid("userId"),
                query.flag("ended").orElse(false));
        var page = query.page();
        var grants = Page.of(
                find.page(wanted, page), page, grant -> new Cursor(grant.user().name(), grant.id()));
        return new Page<>(grants.items().stream().map(GrantBodies.GrantBody::of).toList(), grants.nextCursor())
                .toResponse(uri);
    }

    /** Gives a grant; the same key twice gives one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.GRANT_WRITE)
    public Response give(@HeaderParam("Idempotency-Key") @Nullable String key, GrantBodies.NewGrant body) {
        return idempotency
                .once(key, "POST /grants", body, () -> {
                    var given = give.give(body.wish());
                    return Answer.created(URI.create("grants/" + given.id()), GrantBodies.GrantBody.of(given));
                })
                .toResponse();
    }

    /** One grant, in force or ended. */
    @GET
    @Path("{id}")
    @Needs(Permission.GRANT_READ)
    public GrantBodies.GrantBody see(@PathParam("id") UUID id) {
        return find.find(id).map(GrantBodies.GrantBody::of).orElseThrow(HttpProblem::notFound);
    }

    /** Takes a grant back; it can still be read. */
    @DELETE
    @Path("{id}")
    @Needs(Permission.GRANT_WRITE)
    public Response takeBack(@PathParam("id") UUID id, @QueryParam("reason") @Nullable String reason) {
        give.takeBack(id, Optional.ofNullable(reason));
        return Response.noContent().build();
    }
}
