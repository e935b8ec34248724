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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.MergePatch;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.member.MembershipStatus;

/** Members, over REST. */
@Path("members")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {
    @Inject
    FindMembers find;

    @Inject
    FindMemberships memberships;

    @Inject
    AddMember addMember;

    @Inject
    ChangeMember changeMember;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Adds a member. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MEMBER_WRITE)
    public Response add(MemberBodies.NewMember body) {
        var id = addMember.add(body);
        var added = find.find(id, Permission.MEMBER_WRITE).orElseThrow(HttpProblem::notFound);
        return whole(Response.created(URI.create("members/" + id)), added);
    }

    /** Members by number: those that all of the parameters hold for. */
    @GET
    @Needs(Permission.MEMBER_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var wanted = new FindMembers.Wanted(
                query.text("q"),
                query.uuid("groupId"),
                query.constant("status", MembershipStatus.class),
                query.uuid("typeId"),
                Optional.empty());
        var rows = find.page(wanted, page).stream()
                .map(MemberBodies.MemberBody::of)
                .toList();
        return Page.of(rows, page, member -> new Cursor(Long.toString(member.number()), member.id()))
                .toResponse(uri);
    }

    /** One member with memberships and periods. */
    @GET
    @Path("{id}")
    @Needs(Permission.MEMBER_READ)
    public Response see(@PathParam("id") UUID id) {
        return whole(Response.ok(), find.find(id, Permission.MEMBER_READ).orElseThrow(HttpProblem::notFound));
    }

    /** Changes what the body names. */
    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Needs(Permission.MEMBER_WRITE)
    public Response change(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        var changes = MergePatch.read(body, Set.copyOf(ChangeMember.fields()));
        return whole(Response.ok(), changeMember.change(id, version -> ETags.require(ifMatch, version), changes));
    }

    private Response whole(Response.ResponseBuilder response, FindMembers.Versioned found) {
        var belongings = memberships.of(List.of(found.member().id().value()));
        return response.entity(MemberBodies.WholeMember.of(found.member(), belongings))
                .tag(ETags.of(found.version()))
                .build();
    }
}
