package se.aviso.app.screen;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.aviso.app.security.Attempts;
import se.aviso.app.security.SafeHeaders;
import se.aviso.app.web.ServletProblem;
import se.aviso.app.web.Statuses;
import se.aviso.app.web.Trace;

/**
 * Stands before every error page: what was asked of the API is answered in its form, everything else by the page. Both
 * have a reference, and what was refused stands under it in the log.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.ERROR, asyncSupported = false)
public class Refusals extends HttpFilter {
    private static final Logger LOG = System.getLogger(Refusals.class.getName());

    /** What anybody meets who mistypes an address is no news. */
    private static final Set<Integer> COMMON = Set.of(401, 404);

    @Inject
    SafeHeaders headers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        var referrer = response.getHeader("Referrer-Policy");
        headers.put(request, response);
        if (referrer != null) {
            response.setHeader("Referrer-Policy", referrer); // what holds a key tells nobody of it, not found either
        }
        response.setHeader("Trace-Id", Trace.resume(request));
        note(asked, request, response.getStatus());
        try {
            if (asked.equals("/api") || asked.startsWith("/api/")) {
                var facts = Map.of("seconds", Long.toString(Attempts.wait(request)));
                ServletProblem.answer(request, response, Statuses.code(response.getStatus()), facts);
            } else {
                chain.doFilter(withoutBody(request), response);
            }
        } finally {
            Trace.end();
        }
    }

    /** The page is made of nothing that was sent: a body that was refused for its size is not read for it. */
    private static HttpServletRequest withoutBody(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return "GET";
            }

            @Override
            public @Nullable String getContentType() {
                return null;
            }

            @Override
            public @Nullable String getParameter(String name) {
                return null;
            }

            @Override
            public Map<String, String[]> getParameterMap() {
                return Map.of();
            }

            @Override
            public Enumeration<String> getParameterNames() {
                return Collections.emptyEnumeration();
            }

            @Override
            public String @Nullable [] getParameterValues(String name) {
                return null;
            }
        };
    }

    /** Without what stands behind the question mark: it may be a key. */
    private static void note(String asked, HttpServletRequest request, int status) {
        if (!COMMON.contains(status)) {
            var path = asked.replaceAll("[?;].*|[^\\x21-\\x7e]", "");
            LOG.log(
                    Level.INFO,
                    "refused with {0}: {1} {2}, trace {3}",
                    Integer.toString(status),
                    request.getMethod(),
                    path.length() > 200 ? path.substring(0, 200) : path,
                    Trace.of(request));
        }
    }
}
