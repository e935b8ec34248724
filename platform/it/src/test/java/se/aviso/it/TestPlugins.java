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
import java.util.zip.ZipEntry;
import se.aviso.it.plugin.GroupedSummary;
import se.aviso.it.plugin.MagazinePrice;

/**
 * The folder of plugins of a product that tests start: those of the distribution, and beside them a jar with the two of
 * {@code se.aviso.it.plugin}, packed as a plugin's own build would pack it.
 */
final class TestPlugins {
    private static final String JAR = "it-plugin.jar";
    private static final List<Class<?>> EXTENSIONS = List.of(MagazinePrice.class, GroupedSummary.class);

    private TestPlugins() {}

    /** Puts the folder together, and answers the settings that make a product take it. */
    static Map<String, String> in(Path work) {
        try {
            var folder = Files.createTempDirectory(work, "plugins-");
            try (var jars = Files.newDirectoryStream(Product.distribution().resolve("plugins"))) {
                for (var jar : jars) {
                    Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            var allowList = folder.resolve("allow-list.sha256");
            var jar = pack(folder.resolve(JAR));
            Files.writeString(
                    allowList, Files.readString(allowList).stripTrailing() + "\n" + sum(jar) + "  " + JAR + "\n");
            return Map.of("AVISO_PLUGINS_DIR", folder.toString(), "AVISO_PLUGINS_ALLOW_LIST", allowList.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path pack(Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            put(out, "META-INF/MANIFEST.MF", text("Manifest-Version: 1.0\nPlugin-Id: it\nPlugin-Version: 1.0.0\n\n"));
            var names =
                    String.join("\n", EXTENSIONS.stream().map(Class::getName).toList());
            put(out, "META-INF/extensions.idx", text(names));
            for (var extension : EXTENSIONS) {
                var path = extension.getName().replace('.', '/') + ".class";
                try (var bytes = extension.getClassLoader().getResourceAsStream(path)) {
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
