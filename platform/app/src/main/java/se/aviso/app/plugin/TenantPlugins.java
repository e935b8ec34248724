package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.aviso.plugin.NearestPlugin;
import se.aviso.plugin.SilentPlugins;
import se.aviso.spi.PluginContext;

/** The plugins as the thread's tenant has them; no transaction is open while one is called. */
@ApplicationScoped
public class TenantPlugins {
    private static final String WHOLE_TREE = "/";

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

    /** The context of a call for all of the tenant. */
    public PluginContext context(Object extension) {
        return context(choices.of(described(extension)).settings(WHOLE_TREE));
    }

    /** The context of a call with settings that hold. */
    public PluginContext context(Map<String, String> settings) {
        return new PluginContext(settings, clock, false);
    }

    /** Things for whose groups the same settings hold, and the context in which a plugin is asked about them. */
    public record Part<T>(PluginContext context, List<T> things) {}

    /**
     * The things parted by the settings of an extension that hold for their groups; those for whose groups the tenant
     * has it not are in no part.
     *
     * @param path of a thing's group
     */
    public <T> List<Part<T>> parts(Object extension, Collection<T> things, Function<T, String> path) {
        return choices.of(described(extension)).parts(things, path).entrySet().stream()
                .map(part -> new Part<>(context(part.getKey()), part.getValue()))
                .toList();
    }

    /**
     * Which of these extensions serves which group, of a kind of which only one can.
     *
     * @param extensions by what a tenant calls them
     * @param named by the tenant's files
     */
    public NearestPlugin nearest(Map<String, ?> extensions, Optional<String> named) {
        var candidates = extensions.entrySet().stream()
                .map(each -> new NearestPlugin.Candidate(each.getKey(), choices.of(described(each.getValue()))))
                .toList();
        return new NearestPlugin(candidates, named);
    }

    /** The settings of a group on that path as they may be kept elsewhere: without secrets. */
    public Map<String, String> openSettings(Object extension, String path) {
        var plugin = described(extension);
        var open = new HashMap<>(choices.of(plugin).settings(path));
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

    /**
     * The plugins with such extensions that are turned on for a group on that path and do not answer here. What they
     * offered when that was decided counts as what they offer now; one of which that is not known may offer it.
     */
    public List<String> silent(Class<?> kind, String path) {
        var decisions = choices.above(path).stream().map(host::known).toList();
        return SilentPlugins.of(
                decisions,
                kind.getSimpleName(),
                path,
                plugin -> host.extensionsOf(plugin, kind).stream().anyMatch(extension -> isHad(extension, path)));
    }

    /** True when the tenant has the extension for a group on that path. */
    public boolean isHad(Object extension, String path) {
        var plugin = described(extension);
        return !plugin.use().chosen() || choices.of(plugin).isHad(path);
    }

    private boolean isHad(Object extension) {
        var plugin = described(extension);
        return !plugin.use().chosen() || choices.of(plugin).isHadSomewhere();
    }

    private FindPluginChoices.Described described(Object extension) {
        return host.described(host.pluginOf(extension));
    }
}
