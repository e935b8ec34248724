package se.aviso.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import se.aviso.launcher.distribution.Distribution;

/**
 * How many documents a core writes in a second, stamped and laid out, alone and in a print house's file.
 *
 * <p>The writer is the product's own: the server's classes are unpacked and measured in a process without a server.
 */
public final class Documents {
    private static final String CLASSES = "WEB-INF/";

    private Documents() {}

    /** Takes nothing. */
    public static void main(String[] arguments) throws Exception {
        var folder = OwnFolder.of("documents");
        var root = folder.root();
        unpack(Distribution.running().war(), root);
        var path = String.join(
                System.getProperty("path.separator"),
                root.resolve("WEB-INF/classes").toString(),
                root.resolve("WEB-INF/lib") + "/*",
                Distribution.running().lib() + "/*");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var exit = new ProcessBuilder(List.of(
                        java,
                        "-Xmx512m",
                        "-Djava.util.logging.SimpleFormatter.format=",
                        "-cp",
                        path,
                        DocumentsRun.class.getName()))
                .inheritIO()
                .start()
                .waitFor();
        folder.delete();
        System.exit(exit);
    }

    private static void unpack(Path war, Path root) throws IOException {
        try (var zip = new ZipFile(war.toFile())) {
            for (var entry : zip.stream()
                    .filter(e -> !e.isDirectory() && e.getName().startsWith(CLASSES))
                    .toList()) {
                var target = root.resolve(entry.getName()).normalize();
                if (!target.startsWith(root)) {
                    throw new IOException("a name that leads out of the archive: " + entry.getName());
                }
                Files.createDirectories(target.getParent());
                try (var stream = zip.getInputStream(entry)) {
                    Files.copy(stream, target);
                }
            }
        }
    }
}
