package se.aviso.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** The banks' published example files, which lie beside the checkout and are never part of it. */
final class Samples {
    private static final int WIDTH = 80;
    private static final int TAB = 8;

    private Samples() {}

    /** The bytes of a sample; a test that cannot have them is aborted and says why. */
    static byte[] bgmax(String name) {
        return of("bgmax", name);
    }

    /** The bytes of a camt sample. */
    static byte[] camt(String name) {
        return of("camt", name);
    }

    private static byte[] of(String format, String name) {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            for (var samples : List.of("samples", "shared/samples")) {
                var file = folder.resolve(samples).resolve(format).resolve(name);
                if (Files.exists(file)) {
                    return read(file);
                }
            }
        }
        return Assumptions.abort("The sample " + name + " was not found: the folder shared/samples with " + format + "/"
                + name + " must lie in or above " + Path.of("").toAbsolutePath() + ".");
    }

    /** The records of a sample, each filled up to its 80 positions. */
    static List<String> records(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Samples::filled)
                .toList();
    }

    /** The same records without any line end. */
    static byte[] unterminated(byte[] file) {
        return String.join("", records(file)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same records with these line ends. */
    static byte[] lines(byte[] file, String end) {
        return text(records(file), end).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same records, the blanks at their ends cut off. */
    static byte[] shortLines(byte[] file) {
        return text(records(file).stream().map(String::stripTrailing).toList(), "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same records as an editor saves them. */
    static byte[] utf8(byte[] file, boolean mark) {
        return as(records(file), StandardCharsets.UTF_8, mark ? "\uFEFF" : "");
    }

    /** Without the end record. */
    static byte[] cut(byte[] file) {
        var records = records(file);
        return as(records.subList(0, records.size() - 1), StandardCharsets.ISO_8859_1, "");
    }

    /** One öre more in the first payment. */
    static byte[] altered(byte[] file) {
        var records = new ArrayList<>(records(file));
        for (var at = 0; at < records.size(); at++) {
            var record = records.get(at);
            if (record.startsWith("20")) {
                var amount = Long.parseLong(record.substring(37, 55)) + 1;
                records.set(at, record.substring(0, 37) + String.format("%018d", amount) + record.substring(55));
                return as(records, StandardCharsets.ISO_8859_1, "");
            }
        }
        throw new IllegalArgumentException("the file holds no payment");
    }

    private static byte[] as(List<String> records, Charset charset, String before) {
        return (before + text(records, "\r\n")).getBytes(charset);
    }

    private static String text(List<String> records, String end) {
        return records.stream().map(record -> record + end).collect(Collectors.joining());
    }

    private static String filled(String line) {
        var record = new StringBuilder(WIDTH);
        for (var at = 0; at < line.length(); at++) {
            var sign = line.charAt(at);
            if (sign == '\t') {
                record.append(" ".repeat(TAB - record.length() % TAB));
            } else {
                record.append(sign);
            }
        }
        record.append(" ".repeat(Math.max(0, WIDTH - record.length())));
        return record.toString();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
