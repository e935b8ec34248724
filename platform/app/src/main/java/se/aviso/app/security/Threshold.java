package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.aviso.app.server.ModeConfig;
import se.aviso.app.server.ProxyConfig;

/**
 * What is asked of every request before anybody asks who sends it: a method that we know, headers and a body of sound
 * size, and no form of somebody else's page. Every answer gets its headers here.
 */
@ApplicationScoped
public class Threshold {
    private static final Set<String> OF_PAGES = Set.of("GET", "HEAD", "POST");
    private static final Set<String> OF_THE_API = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final int LONGEST_ADDRESS = 4_000;
    private static final int MOST_HEADERS = 60;
    private static final int MOST_HEADER_BYTES = 16_000;

    private static final int FINE = 0;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD = 405;
    private static final int NO_LENGTH = 411;
    private static final int BODY = 413;
    private static final int ADDRESS = 414;
    private static final int HEADERS = 431;

    @Inject
    SafeHeaders headers;

    @Inject
    ModeConfig mode;

    @Inject
    ProxyConfig proxies;

    /** Refuses what is not sound, with its status; the error page or problem is made of it. */
    boolean refuses(HttpServletRequest request, HttpServletResponse response) {
        headers.put(request, response);
        var status = refusal(RequestPath.of(request), request);
        if (status == METHOD) {
            response.setHeader("Allow", String.join(", ", methods(RequestPath.of(request))));
        }
        if (status != FINE) {
            refuse(response, status);
        }
        return status != FINE;
    }

    /** Ends a request with a status. */
    static void refuse(HttpServletResponse response, int status) {
        try {
            response.sendError(status);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private int refusal(String path, HttpServletRequest request) {
        if (!methods(path).contains(request.getMethod())) {
            return METHOD;
        }
        if (isOfTheHouse(path) && cameByProxy(request)) {
            return NOT_FOUND;
        }
        if (length(request.getRequestURI()) + length(request.getQueryString()) > LONGEST_ADDRESS) {
            return ADDRESS;
        }
        if (isTopHeavy(request)) {
            return HEADERS;
        }
        return request.getMethod().equals("GET") ? FINE : refusalOfBody(path, request);
    }

    private int refusalOfBody(String path, HttpServletRequest request) {
        var api = path.startsWith("/api/");
        if (!api
                && Origins.isForeign(
                        request.getHeader("Sec-Fetch-Site"),
                        request.getHeader("Origin"),
                        request.getHeader("Host"),
                        mode.baseUrl())) {
            return FORBIDDEN;
        }
        if (request.getContentLengthLong() > BodyLimit.of(path, request.getContentType())) {
            return BODY;
        }
        // what reads the API's bodies counts; the parts of a form are all laid down before a page sees any
        return !api && request.getHeader("Transfer-Encoding") != null ? NO_LENGTH : FINE;
    }

    private static Set<String> methods(String path) {
        return path.startsWith("/api/") ? OF_THE_API : OF_PAGES;
    }

    /** Figures of the house are for its own monitoring, which asks here and not by the world's address. */
    private static boolean isOfTheHouse(String path) {
        return path.equals("/metrics") || path.startsWith("/metrics/");
    }

    private boolean cameByProxy(HttpServletRequest request) {
        return proxies.trustedProxies() > 0 && request.getHeader("X-Forwarded-For") != null;
    }

    private static boolean isTopHeavy(HttpServletRequest request) {
        var count = 0;
        var bytes = 0L;
        for (var name : Collections.list(request.getHeaderNames())) {
            for (var value : Collections.list(request.getHeaders(name))) {
                count++;
                bytes += name.length() + value.length();
            }
        }
        return count > MOST_HEADERS || bytes > MOST_HEADER_BYTES;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
