package se.aviso.app.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.pf4j.JarPluginManager;
import org.pf4j.PluginLoader;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import se.aviso.app.plugin.PluginStatus.State;
import se.aviso.spi.ApiVersion;

/** The jars of one folder: each judged, loaded and started by itself, so that none can harm another. */
final class PluginShelf implements AutoCloseable {
    private static final Logger LOG = System.getLogger(PluginShelf.class.getName());

    private final Optional<JarPluginManager> manager;
    private final List<PluginStatus> statuses = new ArrayList<>();
    private final Map<String, PluginManifest> manifests = new HashMap<>();

    private PluginShelf(Optional<JarPluginManager> manager) {
        this.manager = manager;
    }

    static PluginShelf empty() {
        return new PluginShelf(Optional.empty());
    }

    /**
     * Opens a folder; what is let in is copied, so that what was looked at is what is loaded.
     *
     * @param keys those who may sign; none where no signatures are asked for
     */
    static PluginShelf open(Optional<Path> dir, Optional<Path> allowList, Optional<Path> keys) {
        if (dir.isEmpty() || !Files.isDirectory(dir.get())) {
            return empty();
        }
        try (var jars = Files.newDirectoryStream(dir.get(), "*.jar")) {
            var copies = Files.createTempDirectory("aviso-plugins-");
            copies.toFile().deleteOnExit();
            var shelf = new PluginShelf(Optional.of(new Manager(copies)));
            var admission = Admission.of(allowList, keys);
            for (var jar : jars) {
                shelf.statuses.add(shelf.take(jar, admission, copies));
            }
            return shelf;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("plugins cannot be let in from " + dir.get(), unreadable);
        }
    }

    /** What the plugin of that id says of itself. */
    PluginManifest manifest(String id) {
        return manifests.getOrDefault(id, PluginManifest.NONE);
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

    Optional<String> pluginOf(Object extension) {
        var loader = extension.getClass().getClassLoader();
        return manager.stream()
                .flatMap(host -> host.getPlugins().stream())
                .filter(plugin -> plugin.getPluginClassLoader() == loader)
                .map(PluginWrapper::getPluginId)
                .findFirst();
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

    private PluginStatus take(Path jar, Admission admission, Path copies) {
        try {
            var looked = admission.look(jar);
            if (looked.refusal().isPresent()) {
                return refused(jar, looked.refusal().get());
            }
            var copy = Files.write(copies.resolve(String.valueOf(jar.getFileName())), looked.bytes());
            copy.toFile().deleteOnExit();
            var manifest = PluginManifest.read(copy);
            return manifest.fits()
                    ? started(copy, manifest)
                    : refused(
                            jar,
                            "made for another version of the plugin API: "
                                    + manifest.requires().orElse(""));
        } catch (IOException | RuntimeException | LinkageError failure) {
            LOG.log(Level.ERROR, "plugin failed to start: " + jar.getFileName(), failure);
            return unknown(jar, State.FAILED, String.valueOf(failure.getMessage()));
        }
    }

    private static PluginStatus refused(Path jar, String reason) {
        LOG.log(Level.WARNING, "plugin refused, {0}: {1}", reason, jar.getFileName());
        return unknown(jar, State.REFUSED, reason);
    }

    private PluginStatus started(Path jar, PluginManifest manifest) {
        var host = manager.orElseThrow();
        var id = host.loadPlugin(jar);
        var state = host.startPlugin(id);
        var descriptor = host.getPlugin(id).getDescriptor();
        var file = String.valueOf(jar.getFileName());
        if (state != PluginState.STARTED) {
            return new PluginStatus(id, descriptor.getVersion(), file, State.FAILED, Optional.of(state.toString()));
        }
        manifests.put(id, manifest);
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
            setSystemVersion(ApiVersion.CURRENT);
        }

        @Override
        protected PluginLoader createPluginLoader() {
            return new HostPluginLoader(this);
        }
    }
}
