package se.aviso.launcher.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The list of plugins that came with the distribution, and so may be loaded: a SHA-256 and a file name a line, as
 * {@code sha256sum} writes it.
 */
public final class AllowList {
    private AllowList() {}

    /** Writes the list of all jars in this folder. */
    public static void write(Path plugins, Path list) throws IOException {
        var lines = new ArrayList<String>();
        for (var jar : jars(plugins)) {
            lines.add(sha256(Files.readAllBytes(jar)) + "  " + jar.getFileName());
        }
        Files.write(list, lines);
    }

    private static List<Path> jars(Path plugins) throws IOException {
        try (var files = Files.list(plugins)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
