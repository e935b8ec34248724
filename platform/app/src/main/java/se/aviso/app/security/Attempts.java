package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import se.aviso.app.server.LimitConfig;

/** Counts, by address, what no person does often; what goes beyond is answered with 429 and when to come back. */
@ApplicationScoped
public class Attempts {
    private static final int TOO_MANY = 429;
    private static final String WAIT = Attempts.class.getName() + ".wait";

    @Inject
    RateLimit limit;

    @Inject
    CallerAddress address;

    @Inject
    LimitConfig config;

    /** A log-in begins or ends; each begun one is a session in memory. */
    boolean refuseLogIn(HttpServletRequest request, HttpServletResponse response) {
        return refuse("log-in", config.logIn(), request, response);
    }

    /** A token was not good. Good ones of the same address are never held up by it. */
    boolean refuseBadToken(HttpServletRequest request, HttpServletResponse response) {
        return refuse("bad-token", config.badTokens(), request, response);
    }

    /** Anything else that is counted under a name of its own. */
    public boolean refuse(String what, int perMinute, HttpServletRequest request, HttpServletResponse response) {
        var wait = limit.secondsUntilFree(address.of(request) + " " + what, perMinute);
        if (wait == 0) {
            return false;
        }
        response.setHeader("Retry-After", Long.toString(wait));
        request.setAttribute(WAIT, wait);
        Threshold.refuse(response, TOO_MANY);
        return true;
    }

    /** The seconds after which a refused caller may come back; for the page that says so. */
    public static long wait(HttpServletRequest request) {
        return request.getAttribute(WAIT) instanceof Long seconds ? seconds : 0;
    }
}
