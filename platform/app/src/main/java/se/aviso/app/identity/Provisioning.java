package se.aviso.app.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.server.KeycloakAccess;

/**
 * What use cases want done at the identity provider; part of their transaction, carried out after it.
 *
 * <p>Without settings for it nothing is noted, and whoever administers the identity provider does the same by hand.
 */
@ApplicationScoped
public class Provisioning {
    @Inject
    IdentityTaskStore tasks;

    @Inject
    KeycloakAccess config;

    /** True when Aviso has a client for it. */
    public boolean isOn() {
        return config.access().isPresent();
    }

    /** The thread's tenant has its organisation; asked for at each start, done once. */
    public void haveOrganisation() {
        if (isOn() && tasks.latest(TaskKind.ORGANISATION, Optional.empty()).isEmpty()) {
            tasks.add(TaskKind.ORGANISATION, Optional.empty(), Optional.empty());
        }
    }

    /** A user whose account exists is a member of the organisation; asked for at each start, done once. */
    public void haveMember(UUID user) {
        if (isOn() && tasks.latest(TaskKind.MEMBERSHIP, Optional.of(user)).isEmpty()) {
            tasks.add(TaskKind.MEMBERSHIP, Optional.of(user), Optional.empty());
        }
    }

    /** Somebody who has not logged in is invited; who was already is not bothered by every grant. */
    public void invite(UUID user) {
        var latest = tasks.latest(TaskKind.INVITATION, Optional.of(user));
        if (latest.isEmpty() || latest.get() == TaskState.FAILED) {
            inviteAgain(user);
        }
    }

    /** The same, also for who was. */
    public void inviteAgain(UUID user) {
        if (isOn()) {
            tasks.add(TaskKind.INVITATION, Optional.of(user), Optional.empty());
        }
    }

    /** The user's sessions at the identity provider end. */
    public void endSessions(UUID user) {
        if (isOn()) {
            tasks.add(TaskKind.SESSION_END, Optional.of(user), Optional.empty());
        }
    }

    /**
     * The account of a user who was erased leaves the tenant.
     *
     * @param account its subject, or the address where nobody has logged in yet; forgotten once it is done
     */
    public void farewell(UUID user, String account) {
        if (isOn()) {
            tasks.add(TaskKind.FAREWELL, Optional.of(user), Optional.of(account));
        }
    }

    /** The identity provider of that alias is the tenant's own. */
    public void link(String alias) {
        tasks.add(TaskKind.PROVIDER_LINK, Optional.empty(), Optional.of(alias));
    }

    /** How far the tenant's organisation has come; none where nothing was asked for. */
    public Optional<TaskState> organisation() {
        return tasks.latest(TaskKind.ORGANISATION, Optional.empty());
    }

    /** Tries once more to make the organisation, if it has failed. */
    public void organisationAgain() {
        if (isOn() && organisation().filter(state -> state != TaskState.FAILED).isEmpty()) {
            tasks.add(TaskKind.ORGANISATION, Optional.empty(), Optional.empty());
        }
    }

    /** How far the latest link of an identity provider has come. */
    public Optional<TaskState> link() {
        return tasks.latest(TaskKind.PROVIDER_LINK, Optional.empty());
    }
}
