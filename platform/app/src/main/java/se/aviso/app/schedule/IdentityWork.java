package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import se.aviso.app.identity.WorkIdentityTasks;
import se.aviso.app.security.SessionEnds;

/** Empties the outbox to the identity provider, and forgets ends of sessions that are long over. */
@ApplicationScoped
public class IdentityWork {
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(3);

    @Inject
    EachTenant tenants;

    @Inject
    WorkIdentityTasks work;

    @Inject
    SessionEnds ends;

    void doAll() {
        tenants.work("identity tasks", tenant -> {
            while (work.workSome()) {
                Thread.onSpinWait();
            }
        });
    }

    void tidy() {
        tenants.work("identity recovery", tenant -> work.recover(LEFT_BEHIND));
        ends.forgetOld();
    }
}
