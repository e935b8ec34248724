package se.aviso.app.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import se.aviso.app.identity.keycloak.KeycloakAdmin;
import se.aviso.app.server.KeycloakAccess;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.identity.Retry;

/** Does at Keycloak what waits in the thread's tenant, with no transaction open meanwhile. */
@ApplicationScoped
public class WorkIdentityTasks {
    private static final System.Logger LOG = System.getLogger(WorkIdentityTasks.class.getName());
    private static final int CHUNK = 5;

    @Inject
    IdentityOutbox outbox;

    @Inject
    KeycloakAdmin keycloak;

    @Inject
    KeycloakAccess config;

    @Inject
    Clock clock;

    /** From 0 to below 1; a test gives its own. */
    DoubleSupplier chance = Math::random;

    /** Does a few; true when there may be more. */
    public boolean workSome() {
        if (config.access().isEmpty()) {
            return false;
        }
        var taken = outbox.take(CHUNK);
        taken.forEach(task -> outbox.record(outcome(task)));
        return taken.size() == CHUNK;
    }

    /** Puts back what a dead node left in the middle. */
    public void recover(Duration olderThan) {
        outbox.recover(olderThan);
    }

    private IdentityTaskStore.Outcome outcome(IdentityTask task) {
        try {
            carryOut(task);
            return new IdentityTaskStore.Outcome(
                    task.id(), TaskState.DONE, task.failures(), Optional.empty(), clock.instant());
        } catch (TaskFailed failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "task {0} ({1}) of tenant {2}: {3}",
                    task.id(),
                    task.kind(),
                    Tenancy.required(),
                    failed.getMessage());
            return failed(task, failed.failure());
        } catch (RuntimeException ours) {
            LOG.log(System.Logger.Level.ERROR, "task " + task.id() + " failed", ours);
            return failed(task, TaskFailure.UNREACHABLE);
        }
    }

    private IdentityTaskStore.Outcome failed(IdentityTask task, TaskFailure failure) {
        var failures = task.failures() + 1;
        var wait = failure.mayPass() ? Retry.after(failures, chance.getAsDouble()) : Optional.<Duration>empty();
        return new IdentityTaskStore.Outcome(
                task.id(),
                wait.isPresent() ? TaskState.WAITING : TaskState.FAILED,
                failures,
                Optional.of(failure),
                clock.instant().plus(wait.orElse(Duration.ZERO)));
    }

    private void carryOut(IdentityTask task) {
        var tenant = task.organisation();
        switch (task.kind()) {
            case ORGANISATION -> keycloak.organisation(tenant.slug(), tenant.name());
            case MEMBERSHIP -> join(tenant, task.person().flatMap(IdentityTask.Person::subject));
            case INVITATION -> invite(tenant, task.person().orElseThrow());
            case SESSION_END ->
                task.person().flatMap(IdentityTask.Person::subject).ifPresent(keycloak::endSessions);
            case PROVIDER_LINK ->
                keycloak.link(
                        keycloak.organisation(tenant.slug(), tenant.name()),
                        task.link().orElseThrow());
            case FAREWELL ->
                keycloak.farewell(
                        keycloak.organisation(tenant.slug(), tenant.name()),
                        task.link().orElseThrow());
        }
    }

    private void join(IdentityTask.Organisation tenant, Optional<String> subject) {
        subject.ifPresent(known -> keycloak.join(keycloak.organisation(tenant.slug(), tenant.name()), known));
    }

    /** Who has made an account theirs already, here or in another tenant, needs no mail to do so. */
    private void invite(IdentityTask.Organisation tenant, IdentityTask.Person person) {
        var email = person.email().orElseThrow(() -> new TaskFailed(TaskFailure.REFUSED, "no address"));
        var organisation = keycloak.organisation(tenant.slug(), tenant.name());
        var account = keycloak.account(email, person.name());
        keycloak.join(organisation, account.id());
        if (!account.isTheirs()) {
            keycloak.mail(account.id());
        }
    }
}
