package se.aviso.app.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Page;

/** What members see of their own memberships, over REST. */
@Path("me/memberships")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MyMembershipsResource {
    @Inject
    FindMemberships find;

    /** The caller's memberships with their periods. */
    @GET
    @Needs(Permission.OWN_READ)
    public Page<MemberBodies.MembershipBody> list() {
        var own = find.own().stream().map(MemberBodies.MembershipBody::of).toList();
        return new Page<>(own, Optional.empty());
    }
}
