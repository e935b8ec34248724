package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenancy.Database;
import se.aviso.app.tenancy.Sql;

/**
 * Which sessions are over before they end by themselves. All nodes ask here, since a log-out reaches any one of them.
 *
 * <p>Asked before a tenant is known: a log-out token names none.
 */
@ApplicationScoped
@Transactional
public class SessionEnds {
    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** Ends what the token names: one session, or all of its subject; false when the token came before. */
    boolean end(LogOutTokens.LogOut logOut) {
        return add(logOut.token(), logOut.session(), logOut.session() == null ? logOut.subject() : null);
    }

    /** Ends all sessions of the subject. */
    public void endAll(String subject) {
        add("ours:" + UUID.randomUUID(), null, subject);
    }

    /** True when the subject's session, begun then, is over. */
    boolean isOver(String subject, @Nullable String session, Instant since) {
        return !Sql.untenanted(database)
                .query(
                        "select token from ended_session where session = ? union all "
                                + "select token from ended_session where subject = ? and ended_at >= ? limit 1",
                        row -> row.text("token"),
                        session,
                        subject,
                        since)
                .isEmpty();
    }

    /** Forgets what no session lasts to. */
    public void forgetOld() {
        Sql.untenanted(database)
                .update(
                        "delete from ended_session where ended_at < ?",
                        clock.instant().minus(KEPT));
    }

    private boolean add(String token, @Nullable String session, @Nullable String subject) {
        return Sql.untenanted(database)
                        .update(
                                "insert into ended_session (token, session, subject, ended_at) values (?, ?, ?, ?) "
                                        + "on conflict do nothing",
                                token,
                                session,
                                subject,
                                clock.instant())
                == 1;
    }
}
