package se.aviso.app.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The path by which the container chose who answers: decoded, without dots and parameters.
 *
 * <p>The address as it was sent must not decide who is let in: {@code /api/../member/list.xhtml} begins like the API
 * and is a page.
 */
public final class RequestPath {
    private RequestPath() {}

    /** The path below the application's root, with its leading slash. */
    public static String of(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
