package se.aviso.app.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import se.aviso.app.accounting.BooksCheckStore;
import se.aviso.app.identity.Invitation;
import se.aviso.app.identity.Provisioning;

/** How the thread's tenant comes on at the identity provider. */
@ApplicationScoped
@Transactional
public class ShowProgress {
    @Inject
    Provisioning provisioning;

    @Inject
    TenantAdminStore admins;

    @Inject
    BooksCheckStore checks;

    SeenTenant.Progress now() {
        return new SeenTenant.Progress(provisioning.organisation(), provisioning.link(), admin(), books());
    }

    private Optional<SeenTenant.Books> books() {
        return checks.last()
                .map(last ->
                        new SeenTenant.Books(last.endedAt().orElse(last.wishedAt()), last.checks(), last.failed()));
    }

    private AdminState admin() {
        var all = admins.admins();
        if (all.stream().anyMatch(TenantAdminStore.Admin::known)) {
            return AdminState.LOGGED_IN;
        }
        return all.stream()
                .flatMap(admin -> admin.invitation().stream())
                .findFirst()
                .map(Invitation::state)
                .map(ShowProgress::seen)
                .orElse(AdminState.NOT_INVITED);
    }

    private static AdminState seen(Invitation.State state) {
        return switch (state) {
            case INVITED -> AdminState.INVITED;
            case SENT -> AdminState.SENT;
            case FAILED -> AdminState.FAILED;
        };
    }
}
