package se.aviso.app.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form that was sent without scripts has no nonce of the page it came from; it gets one, and the page that answers
 * has it. PrimeFaces would answer that something is broken, and tell the log so, at anybody's bidding.
 */
final class NonceAtHand extends HttpServletRequestWrapper {
    private static final String NONCE = "primefaces.nonce";

    private final String nonce =
            Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

    private NonceAtHand(HttpServletRequest request) {
        super(request);
    }

    /** The request, with a nonce where it is a form without one. */
    static HttpServletRequest of(HttpServletRequest request) {
        var isForm = request.getMethod().equals("POST");
        return isForm && !isNonce(request.getParameter(NONCE)) ? new NonceAtHand(request) : request;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return NONCE.equals(name) ? nonce : super.getParameter(name);
    }

    /** As PrimeFaces makes and reads them: an id in base 64. */
    static boolean isNonce(@Nullable String sent) {
        if (sent == null) {
            return false;
        }
        try {
            var text = new String(Base64.getDecoder().decode(sent), StandardCharsets.UTF_8);
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException made) {
            return false;
        }
    }
}
