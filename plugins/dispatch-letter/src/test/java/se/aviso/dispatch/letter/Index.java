package se.aviso.dispatch.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a print house finds in a folder: the letters of each batch that has a manifest. */
final class Index {
    private Index() {}

    /** The rows of all whole batches, cell by cell where no cell has a comma. */
    static List<List<String>> rows(Path folder) {
        return names(folder, ".manifest.json").stream()
                .map(name -> folder.resolve(name.replace(".manifest.json", ".csv")))
                .flatMap(Index::lines)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    static List<String> names(Path folder, String end) {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
