package se.aviso.app.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.app.plugin.PluginStatus.State;
import se.aviso.plugin.PluginContents;

/** The jars of some folders: each judged, loaded and started by itself, so that none can harm another. */
final class PluginShelf implements AutoCloseable {
    /** For a plugin to be loaded, started and asked what it is; the server does not serve before. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Logger LOG = System.getLogger(PluginShelf.class.getName());

    private final Duration limit;
    private final List<PluginStatus> statuses = new ArrayList<>();
    private final List<LoadedPlugin> started = new ArrayList<>();

    private PluginShelf(Duration limit) {
        this.limit = limit;
    }

    static PluginShelf empty() {
        return new PluginShelf(LIMIT);
    }

    /** A folder of jars, and which of them are let in. */
    record Folder(Path dir, Admission admission) {}

    /** Opens the folders in their order; what is let in is copied, so that what was looked at is what is loaded. */
    static PluginShelf open(List<Folder> folders) {
        return open(folders, LIMIT);
    }

    /** The same, with a time that each plugin has to start. */
    static PluginShelf open(List<Folder> folders, Duration limit) {
        var shelf = new PluginShelf(limit);
        folders.stream().filter(folder -> Files.isDirectory(folder.dir())).forEach(shelf::takeAll);
        return shelf;
    }

    private void takeAll(Folder folder) {
        try {
            var copies = Files.createTempDirectory("aviso-plugins-");
            copies.toFile().deleteOnExit();
            for (var jar : jars(folder.dir())) {
                statuses.add(take(jar, folder.admission(), copies));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("plugins cannot be let in from " + folder.dir(), unreadable);
        }
    }

    /** In the order of their names: which of two comes first is the same on each node. */
    private static List<Path> jars(Path dir) throws IOException {
        try (var files = Files.list(dir)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** What the plugin of that id says of itself. */
    PluginManifest manifest(String id) {
        return started.stream()
                .filter(plugin -> plugin.id().equals(id))
                .findFirst()
                .map(LoadedPlugin::manifest)
                .orElse(PluginManifest.NONE);
    }

    /** The names of the kinds of extensions that the plugin of that id has; none where it does not run. */
    Set<String> offers(String id) {
        return started.stream()
                .filter(plugin -> plugin.id().equals(id))
                .flatMap(plugin -> plugin.offers().stream())
                .map(offer -> offer.kind().getSimpleName())
                .collect(Collectors.toUnmodifiableSet());
    }

    List<PluginStatus> statuses() {
        return List.copyOf(statuses);
    }

    <T> List<T> extensions(Class<T> kind) {
        return started.stream()
                .flatMap(plugin -> plugin.extensions(kind).stream())
                .toList();
    }

    Optional<String> pluginOf(Object extension) {
        return started.stream()
                .filter(plugin -> plugin.has(extension))
                .map(LoadedPlugin::id)
                .findFirst();
    }

    @Override
    public void close() {
        started.forEach(plugin -> plugin.close(limit));
    }

    /** Which plugins are of another jar than they were on a former shelf, or stand on one of the two alone. */
    Set<String> changedSince(PluginShelf former) {
        return Stream.concat(unlike(former), former.unlike(this)).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> unlike(PluginShelf other) {
        return started.stream()
                .filter(plugin -> other.started.stream().noneMatch(plugin::isOfSameJar))
                .map(LoadedPlugin::id);
    }

    private PluginStatus take(Path jar, Admission admission, Path copies) {
        try {
            var looked = admission.look(jar);
            if (looked.refusal().isPresent()) {
                return refused(jar, looked.refusal().get());
            }
            var copy = Files.write(copies.resolve(String.valueOf(jar.getFileName())), looked.bytes());
            copy.toFile().deleteOnExit();
            var misfit = PluginContents.read(copy).misfit();
            return misfit.isPresent() ? refused(jar, misfit.get()) : started(copy, PluginManifest.read(copy));
        } catch (IOException | RuntimeException | LinkageError failure) {
            LOG.log(Level.ERROR, "plugin failed to start: " + jar.getFileName(), failure);
            return unknown(jar, State.FAILED, String.valueOf(failure.getMessage()));
        }
    }

    private static PluginStatus refused(Path jar, String reason) {
        LOG.log(Level.WARNING, "plugin refused, {0}: {1}", reason, jar.getFileName());
        return unknown(jar, State.REFUSED, reason);
    }

    private PluginStatus started(Path jar, PluginManifest manifest) throws IOException {
        var plugin = LoadedPlugin.of(jar, manifest, limit);
        var file = String.valueOf(jar.getFileName());
        var clash = clash(plugin);
        if (clash.isPresent()) {
            plugin.close(limit);
            LOG.log(Level.ERROR, "plugin {0} is not taken: {1}", plugin.id(), clash.get());
            return new PluginStatus(plugin.id(), plugin.version(), file, State.FAILED, clash);
        }
        started.add(plugin);
        LOG.log(Level.INFO, "plugin started: {0} {1}", plugin.id(), plugin.version());
        return new PluginStatus(plugin.id(), plugin.version(), file, State.STARTED, Optional.empty());
    }

    /** Why it cannot stand beside those that are started; nobody could tell which of the two is meant. */
    private Optional<String> clash(LoadedPlugin plugin) {
        if (started.stream().anyMatch(other -> other.id().equals(plugin.id()))) {
            return Optional.of("another jar holds a plugin of that id");
        }
        return started.stream().flatMap(other -> clash(plugin, other)).findFirst();
    }

    private static Stream<String> clash(LoadedPlugin plugin, LoadedPlugin other) {
        return plugin.offers().stream()
                .filter(offer -> other.offers().stream().anyMatch(offer::isCalledLike))
                .map(offer -> "it offers " + offer.kind().getSimpleName() + " "
                        + offer.name().orElse("") + ", as the plugin " + other.id()
                        + " does: take one of the two away");
    }

    private static PluginStatus unknown(Path jar, State state, String reason) {
        return new PluginStatus("", "", String.valueOf(jar.getFileName()), state, Optional.of(reason));
    }
}
