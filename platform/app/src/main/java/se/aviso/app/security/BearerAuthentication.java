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
import java.util.Set;

/**
 * Recognises callers: under {@code /api} by bearer token and nothing else, so that no cookie ever counts there.
 *
 * <p>The refusal of a bad token is left to the resources, which answer in the form of the API.
 */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class BearerAuthentication implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    @Inject
    TokenProof proof;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return context.doNothing();
        }
        var verdict = verdictOn(request);
        verdict.put(request);
        return verdict.ifValid()
                .map(bearer -> context.notifyContainerAboutLogin(new CallerPrincipal(bearer.subject()), Set.of()))
                .orElseGet(context::doNothing);
    }

    private TokenVerdict verdictOn(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return TokenVerdict.MISSING;
        }
        return proof.prove(header.substring(SCHEME.length()).strip());
    }
}
