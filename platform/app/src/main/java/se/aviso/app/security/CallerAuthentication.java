package se.aviso.app.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * Recognises callers: under {@code /api} by bearer token and nothing else, everywhere else by the session of those who
 * have logged in and nothing else. So a cookie never opens the API, and a token never opens a page.
 *
 * <p>The refusal of a bad token is left to the resources, which answer in the form of the API.
 */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class CallerAuthentication implements HttpAuthenticationMechanism {
    private static final Logger LOG = System.getLogger(CallerAuthentication.class.getName());
    private static final String SCHEME = "Bearer ";
    private static final int UNAVAILABLE = 503;

    @Inject
    TokenProof proof;

    @Inject
    LogIn logIn;

    @Inject
    SessionWatch watch;

    @Inject
    Threshold threshold;

    @Inject
    Attempts attempts;

    @Inject
    LongestSession longest;

    @Inject
    SafeHeaders headers;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (threshold.refuses(request, response)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        return RequestPath.of(request).startsWith("/api/")
                ? byToken(request, response, context)
                : bySession(request, response, context);
    }

    private AuthenticationStatus byToken(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var verdict = verdictOn(request);
        if (verdict.kind() == TokenVerdict.Kind.INVALID && attempts.refuseBadToken(request, response)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        verdict.put(request);
        return verdict.ifValid()
                .map(bearer -> context.notifyContainerAboutLogin(new CallerPrincipal(bearer.subject()), Set.of()))
                .orElseGet(context::doNothing);
    }

    private AuthenticationStatus bySession(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        longest.end(request);
        var visitor = isStyle(request) ? Visitor.of(request) : watch.visitor(request);
        if (visitor.isPresent()) {
            return context.notifyContainerAboutLogin(
                    new CallerPrincipal(visitor.get().subject()), Set.of());
        }
        if (Guest.of(request).isPresent()) {
            return context.notifyContainerAboutLogin(new CallerPrincipal(Guest.SUBJECT), Set.of());
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        if (attempts.refuseLogIn(request, response)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        return demand(request, response);
    }

    private AuthenticationStatus demand(HttpServletRequest request, HttpServletResponse response) {
        try {
            headers.leadingAway(response);
            logIn.demand(request, response);
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (UncheckedIOException unreachable) {
            LOG.log(Level.ERROR, "the identity provider is not reached: {0}", unreachable.getMessage());
            Threshold.refuse(response, UNAVAILABLE);
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    /** Styles and pictures of pages are everybody's; a page has many, and a session is not asked about for each. */
    private static boolean isStyle(HttpServletRequest request) {
        return RequestPath.of(request).startsWith("/jakarta.faces.resource/");
    }

    private TokenVerdict verdictOn(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return TokenVerdict.MISSING;
        }
        return proof.prove(header.substring(SCHEME.length()).strip());
    }
}
