package se.aviso.app.security;

import com.nimbusds.oauth2.sdk.id.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.aviso.app.tenancy.Tenancy;

/** Logging in with a browser: to the identity provider and back to the page that was asked for. */
@ApplicationScoped
class LogIn {
    private static final String PARTIAL = "partial/ajax";

    /** Pages of people who may have no account: they are asked how they want to log in. */
    private static final String MEMBERS = "/my/";

    private static final String CHOICE = "/public/log-in.xhtml";

    @Inject
    IdentityProvider provider;

    @Inject
    Recognition recognition;

    @Inject
    UserDirectory directory;

    /** Sends whoever has not logged in to the identity provider; a script's request is told to go there. */
    void demand(HttpServletRequest request, HttpServletResponse response) {
        try {
            response.setHeader("Cache-Control", "no-store");
            if (PARTIAL.equals(request.getHeader("Faces-Request"))) {
                var page = Optional.ofNullable(request.getHeader("Referer")).map(LogIn::localPart);
                answerScript(response, begin(request, page.orElse("/")));
            } else if (RequestPath.of(request).startsWith(MEMBERS)) {
                response.sendRedirect(CHOICE + "?to=" + encoded(goal(request)));
            } else {
                response.sendRedirect(begin(request, goal(request)).toString());
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** The page on which members of a tenant choose how they log in. */
    static String choice(String tenant) {
        return CHOICE + "?tenant=" + encoded(tenant);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where the browser is to go to log in. */
    URI begin(HttpServletRequest request, String goal) throws IOException {
        var pending = PendingLogIns.Pending.to(goal);
        var state = PendingLogIns.begin(request.getSession(), pending);
        return provider.authorization(state, pending);
    }

    /**
     * Ends what {@link #begin} began; answers the page that was asked for, or nothing when it is not to be believed.
     */
    Optional<String> finish(HttpServletRequest request) throws IOException {
        var state = request.getParameter("state");
        var code = request.getParameter("code");
        var pending = PendingLogIns.take(request.getSession(false), state);
        if (pending.isEmpty() || code == null || state == null) {
            return Optional.empty();
        }
        var arrival = provider.redeem(code, pending.get());
        arrival.ifPresent(known -> welcome(request, known));
        return arrival.map(known -> pending.get().goal());
    }

    private void welcome(HttpServletRequest request, IdentityProvider.Arrival arrival) {
        var visitor = arrival.visitor();
        recognition
                .tenant(visitor.tenant())
                .ifPresent(tenant -> Tenancy.within(
                        tenant.id(), () -> directory.arrived(visitor.subject(), visitor.name(), arrival.email())));
        visitor.enter(request);
        arrival.session().keep(request);
    }

    /** The address of the identity provider's own end of the session. */
    URI farewell(Visitor visitor) throws IOException {
        return provider.endOfSession(visitor.idToken(), new State());
    }

    private static void answerScript(HttpServletResponse response, URI goal) throws IOException {
        response.setContentType("text/xml;charset=UTF-8");
        response.getWriter()
                .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                        + goal.toString().replace("&", "&amp;") + "\"/></partial-response>");
    }

    /** What was sent with a form is lost with the session; the page is asked for again. */
    private static String goal(HttpServletRequest request) {
        var path = request.getRequestURI();
        var query = request.getQueryString();
        return ReturnPath.of("GET".equals(request.getMethod()) && query != null ? path + "?" + query : path);
    }

    /** The path and query of an address, which so leads nowhere else. */
    static String localPart(String address) {
        try {
            var uri = URI.create(address);
            var path = uri.getRawPath() == null ? "/" : uri.getRawPath();
            return ReturnPath.of(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }
}
