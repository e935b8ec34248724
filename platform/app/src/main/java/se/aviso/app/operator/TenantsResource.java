package se.aviso.app.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
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
import se.aviso.tenant.Edition;

/** The tenants of the installation, over REST; for operators. */
@Path("tenants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TenantsResource {
    @Inject
    FindTenants find;

    @Inject
    OpenTenant open;

    @Inject
    ProvisionTenant provision;

    @Inject
    Idempotency idempotency;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** A tenant that is asked for. */
    record NewTenant(String slug, String name, Optional<String> organisationNumber, Edition edition, NewAdmin admin) {
        OpenTenant.Wish wish() {
            return new OpenTenant.Wish(
                    slug, name, organisationNumber, edition, new OpenTenant.Admin(admin.name(), admin.email()));
        }
    }

    /** Who is to run it. */
    record NewAdmin(String name, String email) {}

    /** An identity provider, by its alias in Keycloak. */
    record ProviderLink(String alias) {}

    /** Where a tenant that was opened is found. */
    record Opened(UUID id) {}

    /** All tenants, by slug. */
    @GET
    @Needs(Permission.INSTALLATION_RUN)
    public Response list() {
        var page = QueryParams.of(uri).page();
        return Page.of(find.page(page), page, tenant -> new Cursor(tenant.slug(), tenant.id()))
                .toResponse(uri);
    }

    /** Opens a tenant; the same key twice opens one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INSTALLATION_RUN)
    public Response open(@HeaderParam("Idempotency-Key") @Nullable String key, NewTenant body) {
        return idempotency
                .once(key, "POST /tenants", body, () -> {
                    var id = open.open(body.wish()).value();
                    return Answer.created(URI.create("tenants/" + id), new Opened(id));
                })
                .toResponse();
    }

    /** One tenant. */
    @GET
    @Path("{id}")
    @Needs(Permission.INSTALLATION_RUN)
    public SeenTenant see(@PathParam("id") UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }

    /** Tries once more what failed at the identity provider. */
    @POST
    @Path("{id}:provision")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.INSTALLATION_RUN)
    public Response provision(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, "POST /tenants/" + id + ":provision", "", () -> Answer.ok(provision.again(id)))
                .toResponse();
    }

    /** Links an identity provider to the tenant's organisation. */
    @PUT
    @Path("{id}/identity-provider")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INSTALLATION_RUN)
    public Response link(@PathParam("id") UUID id, ProviderLink body) {
        return Response.accepted(provision.link(id, body.alias())).build();
    }
}
