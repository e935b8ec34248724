package se.aviso.app.screen;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import se.aviso.app.security.Attempts;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Entrance;
import se.aviso.app.security.RequestPath;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Trace;

/** Stands before every page: lets in who may, and answers 404 for every address that no view claims. */
@WebFilter(urlPatterns = "/*", asyncSupported = false)
public class ScreenGate implements Filter {
    private static final List<String> NOT_OURS = List.of(
            "/api/",
            "/health",
            "/metrics",
            "/openapi",
            "/jakarta.faces.resource/",
            "/log-in",
            "/log-out",
            "/back-channel-log-out",
            "/look.css",
            "/join/",
            "/bli-medlem/");
    private static final int MOST_FIELDS = 500;
    private static final int UNKNOWN_PER_MINUTE = 120;

    @Inject
    Screens screens;

    @Inject
    Entrance entrance;

    @Inject
    Caller caller;

    @Inject
    Attempts attempts;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        var path = RequestPath.of(asked);
        if (NOT_OURS.stream().anyMatch(path::startsWith)) {
            chain.doFilter(request, response);
            return;
        }
        answer.setHeader("Trace-Id", Trace.begin(asked));
        try {
            pass(path, asked, answer, chain);
        } finally {
            Tenancy.leave();
            Trace.end();
        }
    }

    /** The id of the request, also when an error page is made for it. */
    public static String traceOf(HttpServletRequest request) {
        return Trace.of(request);
    }

    private void pass(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var known = entrance.admit(request);
        var screen = screens.entry(path);
        if (screen.isEmpty()) {
            refuseUnknown(known, request, response);
        } else if (screen.get().needs().isEmpty()) {
            passPublic(path, screen.get(), request, response, chain);
        } else if (!known || !caller.may(screen.get().needs().get())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            show(screen.get(), request, response, chain);
        }
    }

    /** Each answer to who is not known is a session in memory. */
    private void refuseUnknown(boolean known, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (known || !attempts.refuse("unknown", UNKNOWN_PER_MINUTE, request, response)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void passPublic(
            String path,
            Screens.Entry screen,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        if (!attempts.refuse(path, screen.perMinute(), request, response)) {
            show(screen, request, response, chain);
        }
    }

    private static void show(
            Screens.Entry screen, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Download.class.isAssignableFrom(screen.bean().getBeanClass())) {
            send(screen, request, response);
        } else if (fields(request) > MOST_FIELDS) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(NonceAtHand.of(request), response);
        }
    }

    /** What the use case refuses is refused in the same words as a page that is not there. */
    private static void send(Screens.Entry screen, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var download =
                (Download) CDI.current().select(screen.bean().getBeanClass()).get();
        try {
            download.answer(request, response);
        } catch (HttpProblem refused) {
            response.sendError(refused.status());
        }
    }

    /** The container reads some thousands and drops the rest without a word. */
    private static int fields(HttpServletRequest request) throws IOException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8"); // before anything is read; Faces would say the same, too late
        }
        return request.getParameterMap().values().stream()
                .mapToInt(values -> values.length)
                .sum();
    }
}
