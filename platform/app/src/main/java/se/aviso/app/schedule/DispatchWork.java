package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import se.aviso.app.dispatch.SendDispatches;

/** Empties the outboxes; several workers at once take different dispatches. */
@ApplicationScoped
public class DispatchWork {
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(60);

    @Inject
    EachTenant tenants;

    @Inject
    SendDispatches send;

    void doAll() {
        tenants.work("dispatches", tenant -> {
            while (send.sendSome()) {
                Thread.onSpinWait();
            }
        });
    }

    void recover() {
        tenants.work("dispatch recovery", tenant -> send.recover(LEFT_BEHIND));
    }
}
