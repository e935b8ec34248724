package se.aviso.dispatch.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes letters out of a batch that the print house has not taken: as long as its manifest lies there, it has not.
 *
 * <p>While the index is written anew the batch has no manifest and is no batch; done again after a crash, it is done to
 * the end. A batch of which nothing is left leaves an empty file that says so.
 */
final class CalledBack {
    /** The end of the name of what is left of a batch that was called back whole. */
    private static final String GONE = ".cancelled";

    /** The end of the name that a manifest has meanwhile; nobody takes it by that. */
    private static final String HELD = ".manifest.held";

    private static final Pattern NAMED = Pattern.compile("\\{\"name\": \"([^\"]+)\"");
    private static final int SHEETS = 4;
    private static final int CELLS_BEFORE_NAME = SHEETS + 2;

    private final PrintHouse house;
    private final String batch;

    CalledBack(PrintHouse house, String batch) {
        this.house = house;
        this.batch = batch;
    }

    /** Takes a letter out, or finds that it is out; false when it is too late. */
    boolean takeOut(UUID letter) throws IOException {
        if (house.read(batch + GONE).isPresent()) {
            house.remove(batch + HELD);
            return true;
        }
        var before = hold();
        if (before.isEmpty()) {
            return false;
        }
        var rows = rows().filter(row -> !row.startsWith(letter + ",")).toList();
        if (rows.isEmpty()) {
            clear(before.get());
        } else {
            writeAnew(rows, before.get(), batch + "-" + letter + ".pdf");
        }
        house.remove(batch + HELD);
        return true;
    }

    /** The manifest, which nobody takes any more; nothing where somebody has. */
    private Optional<String> hold() throws IOException {
        var manifest = batch + Batch.MANIFEST;
        if (house.read(manifest).isPresent()) {
            house.remove(batch + HELD); // of a time before, that broke off at the very end
            if (!house.rename(manifest, batch + HELD)) {
                return Optional.empty();
            }
        }
        return house.read(batch + HELD).map(bytes -> new String(bytes, UTF_8));
    }

    private Stream<String> rows() throws IOException {
        return house.read(batch + Batch.INDEX)
                .map(bytes -> new String(bytes, UTF_8))
                .orElse("")
                .lines()
                .skip(1);
    }

    private void clear(String manifest) throws IOException {
        for (var file : files(manifest)) {
            house.remove(file);
        }
        house.write(batch + GONE, new byte[0]);
    }

    /** The index first, then what has no letter any more, and the manifest last. */
    private void writeAnew(List<String> rows, String before, String ownPaper) throws IOException {
        var index = rows.stream()
                .map(row -> row + "\r\n")
                .collect(Collectors.joining("", Letter.HEAD, ""))
                .getBytes(UTF_8);
        house.write(batch + Batch.INDEX, index);
        house.remove(ownPaper);
        var papers = before.lines()
                .filter(line -> NAMED.matcher(line).find())
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .filter(line -> !files(line).contains(batch + Batch.INDEX)
                        && !files(line).contains(ownPaper));
        var parts = Stream.concat(papers, Stream.of(Batch.part(batch + Batch.INDEX, index)))
                .toList();
        var sheets = rows.stream()
                .mapToInt(row -> Integer.parseInt(row.split(",", CELLS_BEFORE_NAME)[SHEETS]))
                .sum();
        var manifest = Batch.manifest(batch, rows.size(), sheets, parts);
        house.write(batch + Batch.MANIFEST, manifest.getBytes(UTF_8));
    }

    private static List<String> files(String manifest) {
        return NAMED.matcher(manifest).results().map(found -> found.group(1)).toList();
    }
}
