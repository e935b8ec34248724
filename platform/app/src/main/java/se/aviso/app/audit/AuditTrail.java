package se.aviso.app.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import se.aviso.app.security.Caller;
import se.aviso.audit.Actor;
import se.aviso.audit.AuditEntry.Deed;

/**
 * Takes down what use cases do, in the transaction that does it: whatever fails leaves no trace, whatever is done
 * leaves one.
 *
 * <p>The end of the tenant's trail is locked from then on until the commit. So this is a use case's last act: whoever
 * took another lock after it could wait for somebody who waits for the trail.
 */
@ApplicationScoped
public class AuditTrail {
    @Inject
    AuditStore store;

    @Inject
    Caller caller;

    /** Takes down what the caller did; without a caller it was Aviso itself. */
    public void record(Deed deed) {
        record(actor(), deed);
    }

    /** Takes down what somebody did. */
    public void record(Actor actor, Deed deed) {
        store.append(actor, deed);
    }

    private Actor actor() {
        try {
            return caller.user().map(Actor::user).orElse(Actor.AVISO);
        } catch (ContextNotActiveException noRequest) {
            return Actor.AVISO;
        }
    }
}
