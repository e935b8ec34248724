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

    /** The end of the name of a manifest. */
    static final String MANIFEST = ".manifest.json";

    /** The end of the name of an index. */
    static final String INDEX = ".csv";

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
        batch.files.put(batch.name + INDEX, index.getBytes(UTF_8));
        batch.files.put(batch.manifestName(), batch.manifest(letters).getBytes(UTF_8));
        return batch;
    }

    String name() {
        return name;
    }

    /** True for a name that is a batch's of ours, and so leads to no other folder. */
    static boolean isName(String text) {
        return text.matches("aviso-[0-9]{8}Z?-[0-9a-f]{" + SHORT + "}");
    }

    /** By name; the manifest last. */
    Map<String, byte[]> files() {
        return files;
    }

    String manifestName() {
        return name + MANIFEST;
    }

    private String manifest(List<Letter> letters) {
        var sheets = letters.stream().mapToInt(Letter::sheets).sum();
        var parts = files.entrySet().stream()
                .map(file -> part(file.getKey(), file.getValue()))
                .toList();
        return manifest(name, letters.size(), sheets, parts);
    }

    /** What a manifest says of a file. */
    static String part(String file, byte[] content) {
        return "    {\"name\": \"" + file + "\", \"bytes\": " + content.length + ", \"sha256\": \"" + hash(content)
                + "\"}";
    }

    /** A manifest, of what it says of its files. */
    static String manifest(String name, int letters, int sheets, List<String> parts) {
        return "{\n  \"batch\": \"" + name + "\",\n  \"letters\": " + letters + ",\n  \"sheets\": " + sheets
                + ",\n  \"files\": [\n" + String.join(",\n", parts) + "\n  ]\n}\n";
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
