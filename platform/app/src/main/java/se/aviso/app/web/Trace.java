package se.aviso.app.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The id by which a request is found again in the log. */
public final class Trace {
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Trace() {}

    /** The id of the request that this thread serves. */
    public static Optional<String> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Gives the request an id; for the edge of the server only. */
    public static String begin() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        CURRENT.set(id);
        return id;
    }

    /** Frees the thread of its request. */
    public static void end() {
        CURRENT.remove();
    }
}
