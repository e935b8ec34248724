package se.aviso.launcher.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The jars of the plugins' modules: gathered into the distribution's folder of plugins, and those that are a demo
 * tenant's own beside its files, where they are no part of what comes with the distribution.
 */
final class PluginJars {
    /** A tenant's own plugins: the module of each, and whose it is. */
    private static final Map<String, String> OF_TENANTS = Map.of("accounting-skarstrand", "enterprise-demo");

    private final Path modules;
    private final Distribution distribution;

    PluginJars(Path modules, Distribution distribution) {
        this.modules = modules;
        this.distribution = distribution;
    }

    /** Puts each jar where it belongs, beside a list of the sums of those that lie there. */
    void gather() throws IOException {
        var shared = emptied(distribution.plugins());
        for (var module : list(modules)) {
            if (!OF_TENANTS.containsKey(module.getFileName().toString())) {
                copy(module, shared);
            }
        }
        AllowList.write(shared, distribution.shippedPlugins());
        for (var own : OF_TENANTS.entrySet()) {
            var folder =
                    emptied(distribution.tenantConfig().resolve(own.getValue()).resolve("plugins"));
            copy(modules.resolve(own.getKey()), folder);
            AllowList.write(folder, folder.resolve("allow-list.sha256"));
        }
    }

    /** All that lie there, those of tenants too. */
    List<Path> gathered() throws IOException {
        var all = new ArrayList<>(list(distribution.plugins()));
        for (var tenant : OF_TENANTS.values()) {
            all.addAll(list(distribution.tenantConfig().resolve(tenant).resolve("plugins")));
        }
        return all.stream().filter(file -> file.toString().endsWith(".jar")).toList();
    }

    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var stale : list(folder)) {
            Files.delete(stale);
        }
        return folder;
    }

    private static void copy(Path module, Path folder) throws IOException {
        for (var jar : list(module.resolve("target"))) {
            if (isPlugin(jar.getFileName().toString())) {
                Files.copy(jar, folder.resolve(jar.getFileName()));
            }
        }
    }

    private static boolean isPlugin(String name) {
        return name.endsWith(".jar")
                && !name.endsWith("-tests.jar")
                && !name.endsWith("-sources.jar")
                && !name.startsWith("original-");
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
