package se.aviso.app.plugin;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.aviso.app.server.DatabaseReady;
import se.aviso.app.server.FolderConfig;
import se.aviso.app.server.ModeConfig;
import se.aviso.app.server.PluginConfig;
import se.aviso.kernel.RuleViolation;
import se.aviso.plugin.SilentPlugins;

/** The plugins of this installation. */
@ApplicationScoped
public class PluginHost {
    @Inject
    PluginConfig config;

    @Inject
    ModeConfig mode;

    @Inject
    FolderConfig folders;

    private volatile PluginShelf shelf = PluginShelf.empty();

    /** Loads and starts what is let in, before any work begins that may ask for it. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) DatabaseReady event) {
        shelf = open();
    }

    private PluginShelf open() {
        var open = new ArrayList<PluginShelf.Folder>();
        var lists = new Admission.Lists(config.shipped(), config.allowList(), config.trustedKeys(), isProduction());
        config.dir().ifPresent(dir -> open.add(new PluginShelf.Folder(dir, Admission.of(lists))));
        if (!isProduction()) {
            folders.tenantConfig().filter(Files::isDirectory).ifPresent(tenants -> open.addAll(ofTenants(tenants)));
        }
        return PluginShelf.open(open);
    }

    /** Where demo tenants are loaded, their files may bring plugins of theirs, and the list on which they stand. */
    private List<PluginShelf.Folder> ofTenants(Path tenants) {
        try (var each = Files.list(tenants)) {
            return each.map(tenant -> tenant.resolve("plugins"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .map(this::ofTenant)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private PluginShelf.Folder ofTenant(Path dir) {
        var list = Optional.of(dir.resolve("allow-list.sha256"));
        var lists = new Admission.Lists(Optional.empty(), list, config.trustedKeys(), false);
        return new PluginShelf.Folder(dir, Admission.of(lists));
    }

    private boolean isProduction() {
        return mode.mode() == ModeConfig.Mode.PRODUCTION;
    }

    /**
     * Opens the folder anew, and lets go of what was open; for those who write plugins. Calls that are under way end
     * with the classes that they have.
     *
     * @return which plugins were exchanged, came or went
     * @throws RuleViolation in production, where a plugin is exchanged by a restart
     */
    public synchronized Set<String> reload() {
        if (isProduction()) {
            throw RuleViolation.of("conflict-plugin-reload", Map.of());
        }
        var former = shelf;
        var opened = open();
        shelf = opened;
        former.close();
        return opened.changedSince(former);
    }

    /** What the plugin says of itself: for whom it is, and which settings it takes. */
    FindPluginChoices.Described described(String plugin) {
        var manifest = shelf.manifest(plugin);
        return new FindPluginChoices.Described(plugin, manifest.use(), manifest.settings(), shelf.offers(plugin));
    }

    /** A decision with what the plugin offers now, where it runs here. */
    SilentPlugins.Decision known(SilentPlugins.Decision decision) {
        return isStarted(decision.plugin()) ? decision.runningWith(shelf.offers(decision.plugin())) : decision;
    }

    /** What each plugin that runs here offers. */
    Map<String, Set<String>> offers() {
        var open = shelf;
        return open.statuses().stream()
                .filter(status -> status.state() == PluginStatus.State.STARTED)
                .map(PluginStatus::id)
                .distinct()
                .collect(Collectors.toMap(id -> id, open::offers));
    }

    /** True when such a plugin runs here. */
    boolean isStarted(String plugin) {
        return shelf.statuses().stream()
                .anyMatch(status -> status.state() == PluginStatus.State.STARTED
                        && status.id().equals(plugin));
    }

    /** The extensions of a kind that one plugin offers. */
    <T> List<T> extensionsOf(String plugin, Class<T> kind) {
        return extensions(kind).stream()
                .filter(extension -> pluginOf(extension).equals(plugin))
                .toList();
    }

    /** The extensions of a kind, of all started plugins. */
    public <T> List<T> extensions(Class<T> kind) {
        return shelf.extensions(kind);
    }

    /** All jars of the folder, and what became of each. */
    public List<PluginStatus> plugins() {
        return shelf.statuses();
    }

    /** The id of the plugin that offers the extension; the class's name where it is no plugin's. */
    public String pluginOf(Object extension) {
        return shelf.pluginOf(extension).orElseGet(() -> extension.getClass().getName());
    }

    /** Calls into a plugin with the plugin's class loader as the thread's, as libraries in plugins expect it. */
    public static <T> T calling(Object extension, Supplier<T> call) {
        var thread = Thread.currentThread();
        var former = thread.getContextClassLoader();
        thread.setContextClassLoader(extension.getClass().getClassLoader());
        try {
            return call.get();
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    @PreDestroy
    void stop() {
        shelf.close();
    }
}
