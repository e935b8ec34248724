package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import se.aviso.app.server.ModeConfig;

/**
 * What every answer tells browsers, whatever it is. It is written before anybody looks at the request; whoever answers
 * says otherwise where that is sound, as a style sheet that may be kept, or a page with a policy of its own.
 */
@ApplicationScoped
public class SafeHeaders {
    private static final String POLICY = "Content-Security-Policy";

    /** What is no page loads nothing, and stands in no other page. */
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

    /** What browsers show a PDF with is a page of their own, which needs what the other forbids. */
    private static final String DOCUMENT =
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy",
                    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
                            + "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store",
            "Vary", "Accept-Encoding"); // text is compressed for whom it helps; a shared cache must know

    @Inject
    ModeConfig mode;

    /** Writes them into an answer that has none yet. */
    public void put(HttpServletRequest request, HttpServletResponse response) {
        ALWAYS.forEach(response::setHeader);
        var path = RequestPath.of(request);
        if (!isPage(path)) {
            response.setHeader(POLICY, path.endsWith(".pdf") ? DOCUMENT : NOTHING);
        }
        if (mode.mode() == ModeConfig.Mode.PRODUCTION) {
            response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
    }

    /** The answer is no page after all, but leads away from one. */
    void leadingAway(HttpServletResponse response) {
        response.setHeader(POLICY, NOTHING);
    }

    /** Pages bring a policy with a nonce of their own; two would both be obeyed. Resources of pages only end alike. */
    private static boolean isPage(String path) {
        return path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/");
    }
}
