package se.aviso.app.plugin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;

/** The plugins of the installation, over REST. */
@Path("plugins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PluginsResource {
    @Inject
    PluginHost host;

    /** All of them, and what became of each. */
    @GET
    @Needs(Permission.PLUGIN_READ)
    public List<PluginStatus> list() {
        return host.plugins();
    }
}
