package se.aviso.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import se.aviso.launcher.data.DataFolder;

/**
 * The data folder of one run of a benchmark: gigabytes that nobody wants afterwards. Where the run fails it stays, with
 * the product's words and log.
 */
final class OwnFolder {
    private final Path root;

    private OwnFolder(Path root) {
        this.root = root;
    }

    static OwnFolder of(String bench) throws IOException {
        return new OwnFolder(Files.createTempDirectory("aviso-" + bench));
    }

    Path root() {
        return root;
    }

    DataFolder data() throws IOException {
        return DataFolder.open(root);
    }

    /** Once the product has ended. */
    void delete() throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
