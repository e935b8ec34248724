package se.aviso.app.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.privacy.Erasure;

/** What an erasure has done, or would do, over REST. */
@Path("members/{id}/erasure")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CertificatesResource {
    @Inject
    EraseMember eraseMember;

    /** What an erasure would do, and what stands in its way. */
    public record Preview(List<Erasure.Obstacle> obstacles, Certificate certificate) {}

    /** The certificate. */
    @GET
    @Needs(Permission.MEMBER_ERASE)
    public Certificate certificate(@PathParam("id") UUID id) {
        return eraseMember.certificate(id).orElseThrow(HttpProblem::notFound);
    }

    /** What it would do; nothing is done. */
    @GET
    @Path("preview")
    @Needs(Permission.MEMBER_ERASE)
    public Response preview(@PathParam("id") UUID id) {
        var plan = eraseMember.plan(id).orElseThrow(HttpProblem::notFound);
        return Response.ok(new Preview(plan.obstacles(), plan.certificate()))
                .tag(ETags.of(plan.version()))
                .build();
    }
}
