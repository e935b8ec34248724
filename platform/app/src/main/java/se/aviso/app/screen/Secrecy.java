package se.aviso.app.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What keeps an address to its holder that opens something to whoever has it. */
public final class Secrecy {
    private Secrecy() {}

    /** No other site is told the address, nothing keeps the page, and no search engine lists it. */
    public static void keep(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    /**
     * True when the browser says that another site's page made it send the request: nobody is logged in by a stranger.
     *
     * <p>Under {@code no-referrer} a form of our own has the origin {@code null}, so the origin cannot be asked.
     */
    public static boolean isSentByAnotherSite(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
