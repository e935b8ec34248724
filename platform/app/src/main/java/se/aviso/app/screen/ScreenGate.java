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
import se.aviso.app.security.Caller;
import se.aviso.app.security.CallerAddress;
import se.aviso.app.security.Entrance;
import se.aviso.app.security.RateLimit;
import se.aviso.app.security.RequestPath;
import se.aviso.app.server.ModeConfig;
import se.aviso.app.tenancy.Tenancy;
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
    private static final String TRACE = ScreenGate.class.getName() + ".trace";
    private static final int TOO_MANY = 429;

    @Inject
    Screens screens;

    @Inject
    Entrance entrance;

    @Inject
    Caller caller;

    @Inject
    RateLimit limit;

    @Inject
    CallerAddress address;

    @Inject
    ModeConfig mode;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        var path = RequestPath.of(asked);
        harden(answer);
        if (NOT_OURS.stream().anyMatch(path::startsWith)) {
            chain.doFilter(request, response);
            return;
        }
        answer.setHeader("Cache-Control", "no-store");
        var trace = Trace.begin();
        answer.setHeader("Trace-Id", trace);
        asked.setAttribute(TRACE, trace); // for the error page, which is made when this thread's trace has ended
        try {
            pass(path, asked, answer, chain);
        } finally {
            Tenancy.leave();
            Trace.end();
        }
    }

    /** The id of the request, also when an error page is made for it. */
    public static String traceOf(HttpServletRequest request) {
        return request.getAttribute(TRACE) instanceof String trace ? trace : "";
    }

    private void pass(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var known = entrance.admit(request);
        var screen = screens.entry(path);
        if (screen.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (screen.get().needs().isEmpty()) {
            passPublic(path, screen.get(), request, response, chain);
        } else if (!known || !caller.may(screen.get().needs().get())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            show(screen.get(), request, response, chain);
        }
    }

    private void passPublic(
            String path,
            Screens.Entry screen,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        var wait = limit.secondsUntilFree(address.of(request) + " " + path, screen.perMinute());
        if (wait > 0) {
            response.setHeader("Retry-After", Long.toString(wait));
            response.sendError(TOO_MANY);
        } else {
            show(screen, request, response, chain);
        }
    }

    private static void show(
            Screens.Entry screen, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Download.class.isAssignableFrom(screen.bean().getBeanClass())) {
            var download = (Download)
                    CDI.current().select(screen.bean().getBeanClass()).get();
            download.answer(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void harden(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Vary", "Accept-Encoding"); // text is compressed for whom it helps; a shared cache must know
        if (mode.mode() == ModeConfig.Mode.PRODUCTION) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
