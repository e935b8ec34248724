package se.aviso.app.operator;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.identity.TaskState;
import se.aviso.app.tenant.TenantStore;
import se.aviso.tenant.Edition;

/**
 * A tenant as an operator sees it.
 *
 * @param organisation how its organisation at the identity provider comes on; none where nobody has asked for one
 * @param books what the last examination of its books found; none where there was none yet
 * @param identityProvider how the link of an identity provider of its own comes on
 */
public record SeenTenant(
        UUID id,
        String slug,
        String name,
        Edition edition,
        boolean demo,
        Optional<TaskState> organisation,
        Optional<TaskState> identityProvider,
        AdminState admin,
        Optional<Books> books) {
    /** How it comes on at the identity provider, and whether its books hold. */
    record Progress(
            Optional<TaskState> organisation,
            Optional<TaskState> identityProvider,
            AdminState admin,
            Optional<Books> books) {}

    /** What the last examination of its books found: how many invariants do not hold. */
    public record Books(Instant examinedAt, int checks, int failed) {}

    static SeenTenant of(TenantStore.Sold tenant, Progress progress) {
        var profile = tenant.profile();
        return new SeenTenant(
                profile.id().value(),
                profile.naming().slug(),
                profile.naming().name(),
                tenant.edition(),
                profile.demo(),
                progress.organisation(),
                progress.identityProvider(),
                progress.admin(),
                progress.books());
    }

    /** True when something failed, or nobody has answered the invitation. */
    public boolean unfinished() {
        return admin != AdminState.LOGGED_IN
                || organisation.filter(TaskState.FAILED::equals).isPresent();
    }
}
