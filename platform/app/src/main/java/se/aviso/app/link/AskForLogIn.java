package se.aviso.app.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import se.aviso.app.security.RateLimit;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.link.AskedFor;
import se.aviso.link.LogInLinks;

/**
 * Takes down that somebody asks for a link to log in. Whether there is such a member is not looked up here, so that
 * neither the answer nor the time that it takes tells anybody.
 */
@ApplicationScoped
@Transactional
public class AskForLogIn {
    private static final int TIMES = 3;

    @Inject
    LogInLinkStore links;

    @Inject
    RateLimit limit;

    @Inject
    Clock clock;

    /** Asks; for one address or number only so often, and nobody is told when it was too often. */
    public void ask(AskedFor asked) {
        var key = "log-in link " + Tenancy.required() + " " + asked.text();
        if (limit.secondsUntilFree(key, TIMES, Duration.ofMinutes(15)) == 0) {
            var now = clock.instant();
            links.add(Ids.next(), asked, now, LogInLinks.expiresAt(now));
        }
    }
}
