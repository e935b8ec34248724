package se.aviso.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The id by which a request is found again in the log. */
public final class Trace {
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ATTRIBUTE = Trace.class.getName();
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

    /** The same, where others are to find it by the request, as the error page that is made of it. */
    public static String begin(HttpServletRequest request) {
        var id = begin();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** Goes on under the id that the request has, or gives it one. */
    public static String resume(HttpServletRequest request) {
        var known = of(request);
        if (known.isEmpty()) {
            return begin(request);
        }
        CURRENT.set(known);
        return known;
    }

    /** The id that a request was given; empty when it has none. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "";
    }

    /** Frees the thread of its request. */
    public static void end() {
        CURRENT.remove();
    }
}
