package se.aviso.app.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.kernel.TenantId;

/** Tells callers who they are here. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    @Inject
    Caller caller;

    /** The caller, their tenant and what was granted to them. */
    @GET
    @Needs(Permission.SELF_READ)
    public Me me() {
        return new Me(caller.subject(), caller.name(), caller.tenant(), caller.grants());
    }

    /** Who one is. */
    public record Me(String subject, String name, TenantId tenantId, List<Grant> grants) {}
}
