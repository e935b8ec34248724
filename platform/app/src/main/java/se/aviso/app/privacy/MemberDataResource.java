package se.aviso.app.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;

/** A copy of what is known of a member, over REST. */
@Path("members/{id}/data.zip")
@RequestScoped
public class MemberDataResource {
    @Inject
    MemberDataPages pages;

    @Inject
    MemberDataAnswer answer;

    /** The ZIP, written as it is read; the trail keeps that it was given. */
    @GET
    @Produces(MemberDataAnswer.TYPE)
    @Needs(Permission.MEMBER_DATA_READ)
    public Response copy(@PathParam("id") UUID id) {
        return answer.response(pages.of(id));
    }
}
