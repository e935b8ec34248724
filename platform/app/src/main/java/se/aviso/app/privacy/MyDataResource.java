package se.aviso.app.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.QueryParams;

/** A copy of what is known of oneself, over REST. */
@Path("me/data.zip")
@RequestScoped
public class MyDataResource {
    @Inject
    MemberDataPages pages;

    @Inject
    MemberDataAnswer answer;

    /** The ZIP, written as it is read; the trail keeps that it was given. */
    @GET
    @Produces(MemberDataAnswer.TYPE)
    @Needs(Permission.OWN_READ)
    public Response copy(@Context UriInfo uri) {
        return answer.response(pages.own(QueryParams.of(uri).uuid("memberId")));
    }
}
