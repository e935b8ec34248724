package se.aviso.it.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many cells were looked at, and what is wrong with those that are not as they must be. */
final class Report {
    private int cells;
    private final List<String> failures = new ArrayList<>();

    void cell(String name, Optional<String> wrong) {
        cells++;
        wrong.ifPresent(words -> fail(name, words));
    }

    /** Something that is wrong beside the cells. */
    void fail(String name, String words) {
        failures.add(name + ": " + words);
    }

    int cells() {
        return cells;
    }

    List<String> failures() {
        return failures;
    }

    /** Added to what others found, where the script that proves it adds them up. */
    void write(String name) {
        try {
            var folder = Files.createDirectories(Path.of(System.getProperty("aviso.build", "target"), "matrix"));
            Files.writeString(
                    folder.resolve(name + ".json"), "{\"cells\":" + cells + ",\"failures\":" + failures.size() + "}\n");
            Files.write(folder.resolve(name + ".txt"), failures);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
