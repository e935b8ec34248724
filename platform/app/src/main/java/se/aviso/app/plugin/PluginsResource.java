package se.aviso.app.plugin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Needs;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.QueryParams;
import se.aviso.plugin.PluginUse;
import se.aviso.plugin.SettingField;
import se.aviso.tenant.Edition;

/** The plugins of the installation, over REST. */
@Path("plugins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PluginsResource {
    @Inject
    PluginHost host;

    @Inject
    PluginCalls calls;

    @Inject
    FindPluginHealth health;

    @Inject
    Caller caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /**
     * A plugin, what became of it, and how it fares on this node.
     *
     * @param chosen true when a tenant has it only once it has turned it on
     * @param edition the least that a tenant must have bought for it
     * @param tenants how it fares for each tenant; absent for those who do not run the installation
     */
    public record Listed(
            String id,
            String version,
            String file,
            PluginStatus.State state,
            Optional<String> reason,
            boolean chosen,
            Edition edition,
            List<SettingField> settings,
            PluginHealth health,
            Optional<List<PluginHealth.OfTenant>> tenants) {}

    /** All of them, and what became of each. */
    @GET
    @Needs(Permission.PLUGIN_READ)
    public List<Listed> list() {
        return host.plugins().stream().map(this::listed).toList();
    }

    /** How each fares for each tenant on this node, those that are not called first. */
    @GET
    @Path("health")
    @Needs(Permission.INSTALLATION_RUN)
    public Response health() {
        return health.page(QueryParams.of(uri).page()).toResponse(uri);
    }

    /** Lets a plugin be called again that was turned off or rests, on this node. */
    @POST
    @Path("{id}:call-again")
    @Needs(Permission.INSTALLATION_RUN)
    public Listed again(@PathParam("id") String id) {
        var plugin = started(id);
        calls.again(id);
        return listed(plugin);
    }

    /** Opens the folder anew; not in production. */
    @POST
    @Path("reload")
    @Needs(Permission.INSTALLATION_RUN)
    public Response reload() {
        calls.exchanged(host.reload());
        return Response.ok(list()).build();
    }

    private PluginStatus started(String id) {
        return host.plugins().stream()
                .filter(plugin -> plugin.id().equals(id) && plugin.state() == PluginStatus.State.STARTED)
                .findFirst()
                .orElseThrow(HttpProblem::notFound);
    }

    private Listed listed(PluginStatus plugin) {
        var described = host.described(plugin.id());
        PluginUse use = described.use();
        return new Listed(
                plugin.id(),
                plugin.version(),
                plugin.file(),
                plugin.state(),
                plugin.reason(),
                use.chosen(),
                use.edition(),
                described.form().fields(),
                calls.health(plugin.id()),
                caller.may(Permission.INSTALLATION_RUN) ? Optional.of(calls.tenants(plugin.id())) : Optional.empty());
    }
}
