package se.aviso.app.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The SHA-256 sums of the jars that are let in. */
final class AllowList {
    /** Of nobody. */
    static final AllowList NOBODY = new AllowList(Set.of());

    private static final int SUM_LENGTH = 64;
    private final Set<String> sums;

    private AllowList(Set<String> sums) {
        this.sums = sums;
    }

    /**
     * Reads lines as {@code sha256sum} writes them; without a file nothing is let in.
     *
     * @throws IOException also where it is not written in UTF-8
     */
    static AllowList read(Optional<Path> file) throws IOException {
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return NOBODY;
        }
        return new AllowList(Files.readAllLines(file.get()).stream()
                .map(String::strip)
                .filter(line -> line.length() >= SUM_LENGTH && !line.startsWith("#"))
                .map(line -> line.substring(0, SUM_LENGTH).toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean allows(byte[] jar) {
        return sums.contains(sum(jar));
    }

    static String sum(Path jar) throws IOException {
        return sum(Files.readAllBytes(jar));
    }

    private static String sum(byte[] jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
