package se.aviso.app.pricing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;

/** The family of a member, over REST: one payer, whose invoice has the lines of all. */
@Path("members/{id}/family")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FamilyResource {
    @Inject
    FindFamilies find;

    @Inject
    FormFamily form;

    /** Who pays, and for whom; the payer is one of them. */
    public record FamilyBody(UUID payerId, List<UUID> memberIds) {}

    /** The family; 404 for one who is in none. */
    @GET
    @Needs(Permission.MEMBER_READ)
    public Response see(@PathParam("id") UUID id) {
        return answer(id);
    }

    /** Makes these the member's family; {@code If-Match: "0"} where there is none yet. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MEMBER_WRITE)
    public Response put(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, FamilyBody body) {
        form.form(
                id, version -> ETags.require(ifMatch, version), body.payerId(), new LinkedHashSet<>(body.memberIds()));
        return answer(id);
    }

    /** Lets each pay for themselves again. */
    @DELETE
    @Needs(Permission.MEMBER_WRITE)
    public Response dissolve(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        form.dissolve(id, version -> ETags.require(ifMatch, version));
        return Response.noContent().build();
    }

    private Response answer(UUID id) {
        var seen = find.of(id).orElseThrow(HttpProblem::notFound);
        var body = new FamilyBody(
                seen.payer(),
                seen.members().stream().map(member -> member.id().value()).toList());
        return Response.ok(body).tag(ETags.of(seen.version())).build();
    }
}
