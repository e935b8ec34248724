package se.aviso.invariant;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** The checks that stand as {@code doctor/*.sql} on a class path. */
public final class Checks {
    private static final String FOLDER = "doctor";

    /** The line that marks a check of money. */
    private static final String MONEY = "-- [money]";

    private Checks() {}

    /** All checks that this loader sees, in the order of their names. */
    public static List<Check> of(ClassLoader loader) throws IOException {
        var names = new TreeSet<String>();
        for (var folder : Collections.list(loader.getResources(FOLDER))) {
            names.addAll(names(folder));
        }
        var checks = new ArrayList<Check>();
        for (var name : names) {
            checks.add(read(loader, name));
        }
        return checks;
    }

    private static List<String> names(URL folder) throws IOException {
        if (folder.getProtocol().equals("jar")) {
            var connection = (JarURLConnection) folder.openConnection();
            connection.setUseCaches(false);
            try (var jar = connection.getJarFile()) {
                return jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(FOLDER + "/") && name.endsWith(".sql"))
                        .map(name -> name.substring(FOLDER.length() + 1))
                        .toList();
            }
        }
        try (var files = Files.list(Path.of(uri(folder)))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .toList();
        }
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Check read(ClassLoader loader, String name) throws IOException {
        try (InputStream stream = loader.getResourceAsStream(FOLDER + "/" + name)) {
            if (stream == null) {
                throw new IOException("no resource " + name);
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
            var first = text.lines().findFirst().orElse("");
            var proves = first.startsWith("--") ? first.substring(2).strip() : "";
            var money = text.lines().anyMatch(MONEY::equals);
            return new Check(name.substring(0, name.length() - ".sql".length()), proves, withoutSemicolon(text), money);
        }
    }

    private static String withoutSemicolon(String query) {
        return query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
    }
}
