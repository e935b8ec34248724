package se.aviso.app.screen;

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
}
