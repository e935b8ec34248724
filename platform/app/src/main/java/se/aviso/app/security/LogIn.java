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
    private static final String LEFT = "left=true";

    @Inject
    IdentityProvider provider;

    @Inject
    SessionEnds ends;

    @Inject
    Recognition recognition;

    @Inject
    UserDirectory directory;

    /** Sends whoever has not logged in to the identity provider; a script's request is told to go there. */
    void demand(HttpServletRequest request, HttpServletResponse response) {
        try {
            response.setHeader("Cache-Control", "no-store");
            if ("POST".equals(request.getMethod())) {
                Interrupted.mark(request);
            }
            if (PARTIAL.equals(request.getHeader("Faces-Request"))) {
                answerScript(response, begin(request, ReturnPath.of(request)));
            } else if (RequestPath.of(request).startsWith(MEMBERS)) {
                response.sendRedirect(CHOICE + "?to=" + encoded(ReturnPath.of(request)));
            } else if (isBack(request)) {
                response.sendRedirect(CHOICE + "?" + LEFT);
            } else {
                response.sendRedirect(begin(request, ReturnPath.of(request)).toString());
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** Where a member of a tenant stands who has logged out: on the page where they choose how to log in. */
    static String left(String tenant) {
        return CHOICE + "?tenant=" + encoded(tenant) + "&" + LEFT;
    }

    /** The identity provider gives the state back to whoever has logged out there. */
    private static boolean isBack(HttpServletRequest request) {
        return RequestPath.of(request).equals("/") && request.getParameter("state") != null;
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
        if (arrival.filter(this::isOver).isPresent()) {
            return Optional.of(beginAnew(request, pending.get().goal()).toString());
        }
        arrival.ifPresent(known -> welcome(request, known));
        return arrival.map(known -> pending.get().goal());
    }

    /**
     * While the provider ends a session it may still let its browser in: that went round and round until it was done.
     */
    private boolean isOver(IdentityProvider.Arrival arrival) {
        var session = arrival.session();
        return ends.isOver(arrival.visitor().subject(), session.id(), session.since());
    }

    private URI beginAnew(HttpServletRequest request, String goal) throws IOException {
        var pending = PendingLogIns.Pending.to(goal);
        return provider.freshAuthorization(PendingLogIns.begin(request.getSession(), pending), pending);
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
}
