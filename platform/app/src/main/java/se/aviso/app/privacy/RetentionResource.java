package se.aviso.app.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Needs;
import se.aviso.app.web.HttpProblem;

/** What has been kept long enough, over REST; for those who may erase in the whole tenant. */
@Path("retention")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {
    private static final int FORBIDDEN = 403;

    @Inject
    PurgeExpired purgeExpired;

    @Inject
    Caller caller;

    /** How much would go now; nothing is done. */
    @GET
    @Needs(Permission.MEMBER_ERASE)
    public Purged count() {
        requireWhole();
        return purgeExpired.count();
    }

    /** Lets it go now; else it goes by itself within the day. */
    @POST
    @Path("purge")
    @Needs(Permission.MEMBER_ERASE)
    public Purged purge() {
        requireWhole();
        return purgeExpired.purge();
    }

    private void requireWhole() {
        if (!caller.may(Permission.MEMBER_ERASE, "/")) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
    }
}
