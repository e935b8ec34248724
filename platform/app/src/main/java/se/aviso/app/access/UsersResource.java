package se.aviso.app.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** Those who were granted something, over REST; what it is stands under grants. */
@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    @Inject
    FindGrants find;

    @Inject
    InviteAgain invite;

    @Inject
    Idempotency idempotency;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Users who were granted something in the caller's subtrees, by name. */
    @GET
    @Needs(Permission.GRANT_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var users = Page.of(find.users(query.text("q"), page), page, user -> new Cursor(user.name(), user.id()));
        return new Page<>(users.items().stream().map(GrantBodies.UserBody::of).toList(), users.nextCursor())
                .toResponse(uri);
    }

    /** One user. */
    @GET
    @Path("{id}")
    @Needs(Permission.GRANT_READ)
    public GrantBodies.UserBody see(@PathParam("id") UUID id) {
        return find.user(id).map(GrantBodies.UserBody::of).orElseThrow(HttpProblem::notFound);
    }

    /** Sends the invitation once more to somebody who has not logged in yet. */
    @POST
    @Path("{id}:invite")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.GRANT_WRITE)
    public Response invite(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(
                        key,
                        "POST /users/" + id + ":invite",
                        "",
                        () -> Answer.ok(GrantBodies.UserBody.of(invite.invite(id))))
                .toResponse();
    }
}
