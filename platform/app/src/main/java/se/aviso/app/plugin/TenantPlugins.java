package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.spi.PluginContext;

/** The plugins as the thread's tenant has them; no transaction is open while one is called. */
@ApplicationScoped
public class TenantPlugins {
    @Inject
    PluginHost host;

    @Inject
    FindPluginChoices choices;

    @Inject
    Clock clock;

    /** The extensions of a kind that the tenant has, for all its groups or for some. */
    public <T> List<T> extensions(Class<T> kind) {
        return host.extensions(kind).stream().filter(this::isHad).toList();
    }

    /** The context of a call: the settings of the group on that path, or the tenant's where none is named. */
    public PluginContext context(Object extension, Optional<String> path) {
        return new PluginContext(choices.had(described(extension), path).settings(), clock, false);
    }

    /** The settings of a group on that path as they may be kept elsewhere: without secrets. */
    public Map<String, String> openSettings(Object extension, Optional<String> path) {
        var plugin = described(extension);
        var open = new HashMap<>(choices.had(plugin, path).settings());
        open.keySet().removeIf(plugin.form()::isSecret);
        return open;
    }

    /** The extensions of a kind that are installed, whoever has them: for what was begun while the tenant had one. */
    public <T> List<T> installed(Class<T> kind) {
        return host.extensions(kind);
    }

    /** The extensions of a kind that one plugin offers, whoever has it. */
    public <T> List<T> installedOf(String plugin, Class<T> kind) {
        return host.extensionsOf(plugin, kind);
    }

    /** True when the tenant has the extension for a group on that path. */
    public boolean isHad(Object extension, Optional<String> path) {
        var plugin = described(extension);
        return !plugin.use().chosen() || choices.had(plugin, path).had();
    }

    private boolean isHad(Object extension) {
        var plugin = described(extension);
        return !plugin.use().chosen() || choices.isHadSomewhere(plugin);
    }

    private FindPluginChoices.Described described(Object extension) {
        return host.described(host.pluginOf(extension));
    }
}
