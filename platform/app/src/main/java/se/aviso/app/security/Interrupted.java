package se.aviso.app.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * That a form was sent for which nobody waited any more, because its session or its page had been forgotten. Nothing
 * was done; the next page says so, once.
 */
public final class Interrupted {
    private static final String ATTRIBUTE = Interrupted.class.getName();

    private Interrupted() {}

    /** The session's next page is to say it. */
    public static void mark(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, true);
    }

    /** True for the first page after it. */
    public static boolean take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || session.getAttribute(ATTRIBUTE) == null) {
            return false;
        }
        session.removeAttribute(ATTRIBUTE);
        return true;
    }

    /** The page on which the form stood, with what its address said of it. */
    public static String page(HttpServletRequest request) {
        return ReturnPath.of(request);
    }
}
