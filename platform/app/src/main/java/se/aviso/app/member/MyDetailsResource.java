package se.aviso.app.member;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.MergePatch;
import se.aviso.app.web.Page;
import se.aviso.member.OwnDetails;

/** What is known of oneself, seen and changed over REST. */
@Path("me/details")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MyDetailsResource {
    @Inject
    FindOwnDetails find;

    @Inject
    ChangeMember change;

    /** The members that the caller is. */
    @GET
    @Needs(Permission.OWN_READ)
    public Page<MemberBodies.MemberBody> list() {
        var own = find.all().stream()
                .map(found -> MemberBodies.MemberBody.of(found.member()))
                .toList();
        return new Page<>(own, Optional.empty());
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Needs(Permission.OWN_READ)
    public Response see(@PathParam("id") UUID id) {
        return answer(find.shown(id).orElseThrow(HttpProblem::notFound));
    }

    /** Changes what the body names. */
    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Needs(Permission.OWN_WRITE)
    public Response change(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        var changes = MergePatch.read(body, Set.copyOf(OwnDetails.FIELDS));
        return answer(change.changeOwn(id, version -> ETags.require(ifMatch, version), changes));
    }

    private static Response answer(FindMembers.Versioned found) {
        return Response.ok(MemberBodies.MemberBody.of(found.member()))
                .tag(ETags.of(found.version()))
                .build();
    }
}
