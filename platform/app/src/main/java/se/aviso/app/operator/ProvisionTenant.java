package se.aviso.app.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.identity.Provisioning;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.Actor;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.TenantId;

/** What operators have done for a tenant at the identity provider; told in the tenant's own trail. */
@ApplicationScoped
public class ProvisionTenant {
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    @Inject
    FindTenants find;

    @Inject
    Inside inside;

    @Inject
    Provisioning provisioning;

    /** True where Aviso does anything at the identity provider. */
    public boolean isOn() {
        return provisioning.isOn();
    }

    /** Tries once more what failed, and invites admins who have not come. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public SeenTenant again(UUID id) {
        return done(id, inside::again);
    }

    /** Links the identity provider of that alias to the tenant's organisation. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public SeenTenant link(UUID id, String alias) {
        if (!ALIAS.matcher(alias).matches()) {
            throw RuleViolation.at("/alias", "bad-alias", Map.of());
        }
        return done(id, () -> inside.link(alias));
    }

    private SeenTenant done(UUID id, Runnable work) {
        if (find.find(id).isEmpty()) {
            throw HttpProblem.notFound();
        }
        if (!isOn()) {
            throw RuleViolation.of("provisioning-off", Map.of());
        }
        Tenancy.within(new TenantId(id), work);
        return find.find(id).orElseThrow();
    }

    /** The transaction in the tenant. */
    @ApplicationScoped
    @Transactional
    public static class Inside {
        @Inject
        TenantAdminStore admins;

        @Inject
        Provisioning provisioning;

        @Inject
        AuditTrail trail;

        void again() {
            provisioning.organisationAgain();
            var waiting =
                    admins.admins().stream().filter(admin -> !admin.known()).toList();
            waiting.forEach(admin -> provisioning.inviteAgain(admin.user()));
            waiting.forEach(
                    admin -> trail.record(Actor.AVISO, Deed.ofTenant(Act.USER_INVITED, admin.user(), List.of())));
        }

        void link(String alias) {
            provisioning.link(alias);
            var changes = List.of(Change.to(Field.PROVIDER, alias));
            trail.record(
                    Actor.AVISO,
                    Deed.ofTenant(Act.PROVIDER_LINKED, Tenancy.required().value(), changes));
        }
    }
}
