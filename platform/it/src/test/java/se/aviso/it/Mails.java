package se.aviso.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The mails that the product has handed over, as the sink keeps them. */
public final class Mails {
    private static final String HEAD_ENDS = "\r?\n\r?\n";

    /** The text stands before the documents, which nobody looks at here. */
    private static final int BEGIN = 16 * 1024;

    private final Map<Path, String> read = new ConcurrentHashMap<>();
    private final Path folder;

    /** @param data the product's data folder */
    public Mails(Path data) {
        this.folder = data.resolve("mail");
    }

    /** The texts of all mails to an address, in no order. */
    public List<String> to(String address) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var days = Files.list(folder)) {
            return days.flatMap(day -> eml(day).stream())
                    .map(file -> read.computeIfAbsent(file, Mails::begin))
                    .filter(mail -> isTo(mail, address))
                    .map(Mails::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The keys in the links of a kind that were sent to an address, such as {@code pay} or {@code enter}. */
    public List<String> keys(String address, String kind) {
        var link = Pattern.compile("/public/" + kind + "\\.xhtml\\?key=([\\w-]{43})");
        return to(address).stream()
                .flatMap(text -> link.matcher(text).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** Waits for a key that is not among those known already. */
    public String freshKey(String address, String kind, List<String> known) {
        Waiting.until(
                "a mail with a new link", () -> fresh(address, kind, known).isPresent());
        return fresh(address, kind, known).orElseThrow();
    }

    private Optional<String> fresh(String address, String kind, List<String> known) {
        return keys(address, kind).stream().filter(key -> !known.contains(key)).findFirst();
    }

    /** Only names are looked at: a mail that is being written is about to have another. */
    private static List<Path> eml(Path day) {
        try (var files = Files.list(day)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String begin(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(BEGIN), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isTo(String mail, String address) {
        var head = mail.split(HEAD_ENDS, 2)[0].replaceAll("\r?\n[ \t]+", " ");
        return head.lines()
                .filter(line -> line.startsWith("To:"))
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(address.toLowerCase(Locale.ROOT)));
    }

    /** The first part, which is the text. */
    private static String text(String mail) {
        var boundary = Pattern.compile("boundary=\"([^\"]+)\"").matcher(mail);
        if (!boundary.find()) {
            throw new IllegalStateException("not a mail in parts");
        }
        var part = mail.split(Pattern.quote("--" + boundary.group(1)), 3)[1].strip();
        var halves = part.split(HEAD_ENDS, 2);
        return new String(decoded(halves[0].toLowerCase(Locale.ROOT), halves[1]), StandardCharsets.UTF_8)
                .replace("\r\n", "\n");
    }

    private static byte[] decoded(String head, String body) {
        if (head.contains("base64")) {
            return Base64.getMimeDecoder().decode(body);
        }
        return head.contains("quoted-printable") ? unquoted(body) : body.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] unquoted(String text) {
        var bytes = new ByteArrayOutputStream();
        var joined = text.replaceAll("=\r?\n", "");
        for (var at = 0; at < joined.length(); at++) {
            if (joined.charAt(at) == '=') {
                bytes.write(Integer.parseInt(joined.substring(at + 1, at + 3), 16));
                at += 2;
            } else {
                bytes.write(joined.charAt(at));
            }
        }
        return bytes.toByteArray();
    }
}
