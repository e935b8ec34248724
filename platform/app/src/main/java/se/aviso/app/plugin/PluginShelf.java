package se.aviso.app.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pf4j.JarPluginManager;
import org.pf4j.PluginLoader;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import se.aviso.app.plugin.PluginStatus.State;

/** The jars of one folder: each judged, loaded and started by itself, so that none can harm another. */
final class PluginShelf implements AutoCloseable {
    private static final Logger LOG = System.getLogger(PluginShelf.class.getName());

    private final Optional<JarPluginManager> manager;
    private final List<PluginStatus> statuses = new ArrayList<>();

    private PluginShelf(Optional<JarPluginManager> manager) {
        this.manager = manager;
    }

    static PluginShelf empty() {
        return new PluginShelf(Optional.empty());
    }

    static PluginShelf open(Optional<Path> dir, Optional<Path> allowList) {
        if (dir.isEmpty() || !Files.isDirectory(dir.get())) {
            return empty();
        }
        var shelf = new PluginShelf(Optional.of(new Manager(dir.get())));
        try (var jars = Files.newDirectoryStream(dir.get(), "*.jar")) {
            var allowed = AllowList.read(allowList);
            for (var jar : jars) {
                shelf.statuses.add(shelf.take(jar, allowed));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the plugin folder cannot be read: " + dir.get(), unreadable);
        }
        return shelf;
    }

    List<PluginStatus> statuses() {
        return List.copyOf(statuses);
    }

    <T> List<T> extensions(Class<T> kind) {
        return manager.stream()
                .flatMap(host -> host.getStartedPlugins().stream())
                .flatMap(plugin -> extensionsOf(plugin, kind).stream())
                .toList();
    }

    @Override
    public void close() {
        manager.ifPresent(host -> {
            for (var id :
                    host.getPlugins().stream().map(PluginWrapper::getPluginId).toList()) {
                host.unloadPlugin(id);
            }
        });
    }

    private PluginStatus take(Path jar, AllowList allowed) {
        try {
            if (!allowed.allows(jar)) {
                LOG.log(Level.WARNING, "plugin refused, its sum is not on the list: {0}", jar.getFileName());
                return unknown(jar, State.REFUSED, "not on the allow-list");
            }
            return started(jar);
        } catch (IOException | RuntimeException | LinkageError failure) {
            LOG.log(Level.ERROR, "plugin failed to start: " + jar.getFileName(), failure);
            return unknown(jar, State.FAILED, String.valueOf(failure.getMessage()));
        }
    }

    private PluginStatus started(Path jar) {
        var host = manager.orElseThrow();
        var id = host.loadPlugin(jar);
        var state = host.startPlugin(id);
        var descriptor = host.getPlugin(id).getDescriptor();
        var file = String.valueOf(jar.getFileName());
        if (state != PluginState.STARTED) {
            return new PluginStatus(id, descriptor.getVersion(), file, State.FAILED, Optional.of(state.toString()));
        }
        LOG.log(Level.INFO, "plugin started: {0} {1}", id, descriptor.getVersion());
        return new PluginStatus(id, descriptor.getVersion(), file, State.STARTED, Optional.empty());
    }

    /** One by one: an extension that cannot be made is left out, the others stay. */
    private <T> List<T> extensionsOf(PluginWrapper plugin, Class<T> kind) {
        var host = manager.orElseThrow();
        var found = new ArrayList<T>();
        for (var type : attempt(plugin, () -> host.getExtensionClasses(kind, plugin.getPluginId()))
                .orElse(List.of())) {
            attempt(plugin, () -> kind.cast(host.getExtensionFactory().create(type)))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static <T> Optional<T> attempt(PluginWrapper plugin, Supplier<T> made) {
        try {
            return Optional.ofNullable(made.get());
        } catch (RuntimeException | LinkageError failure) {
            LOG.log(Level.ERROR, "extension left out, of plugin " + plugin.getPluginId(), failure);
            return Optional.empty();
        }
    }

    private static PluginStatus unknown(Path jar, State state, String reason) {
        return new PluginStatus("", "", String.valueOf(jar.getFileName()), state, Optional.of(reason));
    }

    /** PF4J with our class loading. */
    private static final class Manager extends JarPluginManager {
        Manager(Path dir) {
            super(dir);
        }

        @Override
        protected PluginLoader createPluginLoader() {
            return new HostPluginLoader(this);
        }
    }
}
