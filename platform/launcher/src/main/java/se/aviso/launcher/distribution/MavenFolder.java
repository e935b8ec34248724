package se.aviso.launcher.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * A repository in Maven's layout, of what those who write plugins need of us: the API, the contracts of each kind, and
 * the archetype. Its coordinates are nobody else's and stay the same in every version, so that neither a copy of
 * another build nor one of a former version is taken for it.
 */
final class MavenFolder {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Distribution distribution;
    private final Path archetype;

    /** Of jars that lie in the distribution already, and of the archetype's files. */
    MavenFolder(Distribution distribution, Path archetype) {
        this.distribution = distribution;
        this.archetype = archetype;
    }

    /** Writes it anew; nothing of a former build stays. */
    void write() throws IOException {
        var folder = Files.createDirectories(distribution.maven());
        empty(folder.resolve("se"));
        var lib = distribution.lib();
        var testkit = distribution.home().resolve("testkit");
        var kernel = MavenPiece.of(lib, "aviso-kernel").needing("org.jspecify", "jspecify", lib);
        var api = MavenPiece.of(lib, "aviso-plugin-api").needing(kernel).needing("org.pf4j", "pf4j", lib);
        var contracts = MavenPiece.of(testkit, "aviso-plugin-testkit")
                .needing(api)
                .needing("org.junit.jupiter", "junit-jupiter", testkit)
                .needing("org.assertj", "assertj-core", testkit);
        for (var piece : List.of(kernel, api, contracts)) {
            piece.writeInto(folder);
        }
        var packed = packed(Files.createTempFile(folder, "archetype", ".jar"));
        new MavenPiece("aviso-plugin-archetype", packed, List.of()).writeInto(folder);
        Files.delete(packed);
    }

    /** The archetype's jar, with the same bytes whenever it holds the same. */
    private Path packed(Path jar) throws IOException {
        try (var files = Files.walk(archetype);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var entry = new ZipEntry(archetype.relativize(file).toString());
                entry.setTimeLocal(ALWAYS);
                out.putNextEntry(entry);
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(MavenFolder::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
