package se.aviso.app.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

    SeenTenant.Progress now() {
        return new SeenTenant.Progress(provisioning.organisation(), provisioning.link(), admin());
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
