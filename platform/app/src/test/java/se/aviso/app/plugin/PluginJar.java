package se.aviso.app.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;

/** Builds plugin jars from source, with whatever else is to lie in them. */
final class PluginJar {
    private final String id;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final StringBuilder says = new StringBuilder();
    private String requires = "Plugin-Requires: >=1.0.0 & <2.0.0\n";

    private PluginJar(String id) {
        this.id = id;
    }

    static PluginJar named(String id) {
        return new PluginJar(id);
    }

    /** An extension: its class name without a package, and its source. */
    PluginJar with(String name, String source, Path work) {
        try {
            var folder = Files.createDirectories(work.resolve(id));
            var file = Files.writeString(folder.resolve(name + ".java"), source);
            var result = ToolProvider.findFirst("javac")
                    .orElseThrow()
                    .run(
                            System.out,
                            System.err,
                            "-proc:none",
                            "-cp",
                            System.getProperty("java.class.path"),
                            file.toString());
            if (result != 0) {
                throw new IllegalStateException("the plugin does not compile");
            }
            entries.put(name + ".class", Files.readAllBytes(folder.resolve(name + ".class")));
            entries.put("META-INF/extensions.idx", name.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A copy of one of our own classes, as a careless build would bundle it. */
    PluginJar bundling(Class<?> ours) {
        var path = ours.getName().replace('.', '/') + ".class";
        try (var bytes = ours.getClassLoader().getResourceAsStream(path)) {
            if (bytes == null) {
                throw new IllegalStateException(path);
            }
            entries.put(path, bytes.readAllBytes());
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A line of the manifest. */
    PluginJar saying(String name, String value) {
        says.append(name).append(": ").append(value).append('\n');
        return this;
    }

    /** For which API it was made, as another would say it. */
    PluginJar madeFor(String range) {
        requires = "Plugin-Requires: " + range + "\n";
        return this;
    }

    /** One that does not say for which API it was made. */
    PluginJar madeForNone() {
        requires = "";
        return this;
    }

    PluginJar holding(String path, String text) {
        entries.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Path into(Path folder) {
        var jar = folder.resolve(id + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            put(out, "META-INF/MANIFEST.MF", manifest().getBytes(StandardCharsets.UTF_8));
            for (var entry : entries.entrySet()) {
                put(out, entry.getKey(), entry.getValue());
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String manifest() {
        return "Manifest-Version: 1.0\nPlugin-Id: " + id + "\nPlugin-Version: 1.0.0\n" + requires + says + "\n";
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
