package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one address may do what everybody may do. */
@ApplicationScoped
public class LimitConfig {
    private static final int WHOLE = 100;

    @Inject
    @ConfigProperty(name = "aviso.limits.percent", defaultValue = "100")
    int percent;

    @Inject
    @ConfigProperty(name = "aviso.limits.log-in", defaultValue = "120")
    int logIn;

    @Inject
    @ConfigProperty(name = "aviso.limits.bad-tokens", defaultValue = "60")
    int badTokens;

    /** A limit as this installation has it: all of them are set wider or narrower together. */
    public int scaled(int perMinute) {
        return scaled(perMinute, percent);
    }

    /** Log-ins that an address may begin or end in a minute. */
    public int logIn() {
        return logIn;
    }

    /** Tokens that are not good which an address may bring in a minute. */
    public int badTokens() {
        return badTokens;
    }

    /** So many hundredths of a limit, and never none. */
    static int scaled(int perMinute, int percent) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (long) perMinute * percent / WHOLE));
    }
}
