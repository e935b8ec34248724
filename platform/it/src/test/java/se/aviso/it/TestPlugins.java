package se.aviso.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import se.aviso.it.plugin.GroupedSummary;
import se.aviso.it.plugin.Hanging;
import se.aviso.it.plugin.HostileFormat;
import se.aviso.it.plugin.HostilePrice;
import se.aviso.it.plugin.HostileStart;
import se.aviso.it.plugin.HostileTrial;
import se.aviso.it.plugin.MagazinePrice;
import se.aviso.it.plugin.MoodyPrice;
import se.aviso.it.plugin.PrivateConnection;
import se.aviso.it.plugin.PrivateFormat;
import se.aviso.it.plugin.RivalRules;

/**
 * The folder of plugins of a product that tests start: those of the distribution, and beside them jars with those of
 * {@code se.aviso.it.plugin}, packed as a plugin's own build would pack them.
 */
final class TestPlugins {
    private static final String SCHEMA = """
            {"type": "object", "required": ["host", "password"], "properties": {
              "host": {"type": "string", "title": "Server", "format": "hostname", "pattern": "^[a-z.]+$"},
              "password": {"type": "string", "writeOnly": true}}}""";
    private static final List<Packed> PLUGINS = List.of(
            new Packed("it", "", "", List.of(MagazinePrice.class, GroupedSummary.class), List.of()),
            new Packed(
                    "hostile",
                    "",
                    "",
                    List.of(HostilePrice.class, HostileFormat.class, HostileTrial.class),
                    List.of(Hanging.class)),
            new Packed("moody", "", "", List.of(MoodyPrice.class), List.of()),
            new Packed("hostile-start", "", "", List.of(HostileStart.class), List.of()),
            new Packed("rival", "Aviso-Use: chosen\n", "", List.of(RivalRules.class), List.of()),
            new Packed(
                    "private",
                    "Aviso-Edition: ENTERPRISE\n",
                    SCHEMA,
                    List.of(PrivateFormat.class, PrivateConnection.class),
                    List.of()));

    /** A jar: its id, further lines of its manifest, its schema if it has one, its extensions, and what they need. */
    private record Packed(String id, String says, String schema, List<Class<?>> extensions, List<Class<?>> helpers) {
        List<Class<?>> classes() {
            return Stream.concat(extensions.stream(), helpers.stream()).toList();
        }
    }

    private TestPlugins() {}

    /** Puts the folder together, and answers the settings that make a product take it. */
    static Map<String, String> in(Path work) {
        try {
            var folder = folder(work);
            var allowList = folder.resolve("allow-list.sha256");
            var list = new StringBuilder();
            for (var plugin : PLUGINS) {
                var jar = pack(plugin, folder.resolve(plugin.id() + "-plugin.jar"));
                list.append(sum(jar)).append("  ").append(jar.getFileName()).append('\n');
            }
            Files.writeString(allowList, list);
            return Map.of("AVISO_PLUGINS_DIR", folder.toString(), "AVISO_PLUGINS_ALLOW_LIST", allowList.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A folder with what came with the distribution. */
    static Path folder(Path work) throws IOException {
        var folder = Files.createTempDirectory(work, "plugins-");
        try (var jars = Files.newDirectoryStream(Product.distribution().resolve("plugins"), "*.jar")) {
            for (var jar : jars) {
                Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return folder;
    }

    /** A plugin of one extension, in a folder, and its line of an allow-list. */
    static String line(String id, Class<?> extension, Path folder) throws IOException {
        var jar = pack(new Packed(id, "", "", List.of(extension), List.of()), folder.resolve(id + ".jar"));
        return sum(jar) + "  " + jar.getFileName() + "\n";
    }

    private static Path pack(Packed plugin, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            var manifest = "Manifest-Version: 1.0\nPlugin-Id: " + plugin.id()
                    + "\nPlugin-Version: 1.0.0\nPlugin-Requires: >=1.2.0 & <2.0.0\n";
            put(out, "META-INF/MANIFEST.MF", text(manifest + plugin.says() + "\n"));
            if (!plugin.schema().isEmpty()) {
                put(out, "META-INF/aviso/settings.schema.json", text(plugin.schema()));
            }
            var names = String.join(
                    "\n", plugin.extensions().stream().map(Class::getName).toList());
            put(out, "META-INF/extensions.idx", text(names));
            for (var each : plugin.classes()) {
                var path = each.getName().replace('.', '/') + ".class";
                try (var bytes = each.getClassLoader().getResourceAsStream(path)) {
                    if (bytes == null) {
                        throw new IllegalStateException("no class at " + path);
                    }
                    put(out, path, bytes.readAllBytes());
                }
            }
        }
        return jar;
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sum(Path jar) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
