package se.aviso.app.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The pages and the bundles as they stand in the source. */
final class Pages {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final Map<String, String> ALL = readAll();

    private Pages() {}

    /** Every page, tag and template with its text, by its address. */
    static Map<String, String> all() {
        return ALL;
    }

    private static Map<String, String> readAll() {
        var pages = new TreeMap<String, String>();
        for (var file : files(WEBAPP, path -> path.toString().endsWith(".xhtml"))) {
            pages.put("/" + WEBAPP.relativize(file).toString().replace('\\', '/'), read(file));
        }
        return Collections.unmodifiableMap(pages);
    }

    /** The text of one. */
    static String text(String page) {
        return Objects.requireNonNull(all().get(page), page);
    }

    /** Those that have an address of their own. */
    static Map<String, String> addressed() {
        var pages = new TreeMap<>(all());
        pages.keySet().removeIf(path -> path.startsWith("/WEB-INF/"));
        return pages;
    }

    /** The slices that have words for screens. */
    static List<String> slicesWithWords() {
        return files(RESOURCES, path -> path.getFileName().toString().equals("screen.properties")).stream()
                .map(path -> path.getName(path.getNameCount() - 2).toString())
                .toList();
    }

    /** The source of every class. */
    static List<String> sources() {
        return files(Path.of("src/main/java"), path -> path.toString().endsWith(".java")).stream()
                .map(Pages::read)
                .toList();
    }

    private static List<Path> files(Path root, Predicate<Path> wanted) {
        try (var walk = Files.walk(root)) {
            return walk.filter(wanted).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
