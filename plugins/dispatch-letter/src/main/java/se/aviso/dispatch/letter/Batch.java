package se.aviso.dispatch.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a print house gets: the letters, an index that says for each where it stands and how it is posted, and a
 * manifest that says what belongs together. The manifest comes last, so that a batch without one is no batch.
 *
 * <p>The name follows from the letters: the same ones again are the same batch.
 */
final class Batch {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE.withZone(ZoneOffset.UTC);
    private static final int SHORT = 16;

    private final String name;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Batch(String name) {
        this.name = name;
    }

    /**
     * The batch of those letters.
     *
     * @param papers the files for the printer, by name without the batch's own
     */
    static Batch of(List<Letter> letters, Map<String, byte[]> papers, Instant at) {
        var ids =
                letters.stream().map(letter -> letter.id().toString()).sorted().collect(Collectors.joining("\n"));
        var batch = new Batch(
                "aviso-" + DAY.format(at) + "-" + hash(ids.getBytes(UTF_8)).substring(0, SHORT));
        papers.forEach((paper, bytes) -> batch.files.put(batch.name + paper, bytes));
        var index =
                letters.stream().map(letter -> letter.row(batch.name)).collect(Collectors.joining("", Letter.HEAD, ""));
        batch.files.put(batch.name + ".csv", index.getBytes(UTF_8));
        batch.files.put(batch.manifestName(), batch.manifest(letters).getBytes(UTF_8));
        return batch;
    }

    String name() {
        return name;
    }

    /** By name; the manifest last. */
    Map<String, byte[]> files() {
        return files;
    }

    String manifestName() {
        return name + ".manifest.json";
    }

    private String manifest(List<Letter> letters) {
        var parts = files.entrySet().stream()
                .map(file -> "    {\"name\": \"" + file.getKey() + "\", \"bytes\": " + file.getValue().length
                        + ", \"sha256\": \"" + hash(file.getValue()) + "\"}")
                .collect(Collectors.joining(",\n"));
        var sheets = letters.stream().mapToInt(Letter::sheets).sum();
        return "{\n  \"batch\": \"" + name + "\",\n  \"letters\": " + letters.size() + ",\n  \"sheets\": " + sheets
                + ",\n  \"files\": [\n" + parts + "\n  ]\n}\n";
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
