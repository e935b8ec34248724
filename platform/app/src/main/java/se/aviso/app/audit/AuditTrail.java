package se.aviso.app.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import se.aviso.app.security.Caller;
import se.aviso.audit.Actor;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.kernel.PersonalNumber;
import se.aviso.kernel.RuleViolation;

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

    @Inject
    Clock clock;

    /** Takes down what the caller did; without a caller it was Aviso itself. */
    public void record(Deed deed) {
        record(actor(), deed);
    }

    /** Takes down what somebody did. */
    public void record(Actor actor, Deed deed) {
        deed.reason().filter(this::hasNumber).ifPresent(found -> {
            throw RuleViolation.at("/reason", "personal-number-in-reason", Map.of());
        });
        store.append(actor, deed);
    }

    /** What is kept for good is kept without anybody's number. */
    private boolean hasNumber(String reason) {
        return PersonalNumber.standsIn(reason, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private Actor withoutAccount() {
        return caller.memberIds().isEmpty() ? Actor.AVISO : Actor.LINK;
    }

    private Actor actor() {
        try {
            return caller.user().map(Actor::user).orElseGet(this::withoutAccount);
        } catch (ContextNotActiveException noRequest) {
            return Actor.AVISO;
        }
    }
}
