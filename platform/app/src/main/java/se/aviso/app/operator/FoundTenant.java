package se.aviso.app.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import se.aviso.access.Role;
import se.aviso.app.access.Addressee;
import se.aviso.app.access.GrantStore;
import se.aviso.app.access.UserStore;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.CreateGroup;
import se.aviso.app.identity.Provisioning;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantProfile;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.Actor;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.group.BillingField;
import se.aviso.group.GroupKind;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.TenantId;

/**
 * A tenant's own side of its opening, which happens inside of it: the operator's transaction waits meanwhile, since a
 * transaction knows one tenant.
 */
@ApplicationScoped
public class FoundTenant {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Inject
    Inside inside;

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    TenantId found(OpenTenant.Wish wish) {
        var id = new TenantId(Ids.next());
        return Tenancy.within(id, () -> inside.found(id, wish));
    }

    /**
     * The transaction in the new tenant: the tenant, its federation, its first admin, and what is to be done outside.
     */
    @ApplicationScoped
    @Transactional
    public static class Inside {
        @Inject
        TenantStore tenants;

        @Inject
        CreateGroup createGroup;

        @Inject
        UserStore users;

        @Inject
        GrantStore grants;

        @Inject
        Provisioning provisioning;

        @Inject
        AuditTrail trail;

        TenantId found(TenantId id, OpenTenant.Wish wish) {
            var admin = Addressee.written(
                    "/admin", wish.admin().name(), wish.admin().email());
            var naming = new TenantProfile.Naming(wish.slug(), name(wish), "sv");
            if (!tenants.add(new TenantProfile(id, naming, SWEDEN, false, Optional.empty()), wish.edition())) {
                throw RuleViolation.at("/slug", "slug-taken", Map.of("slug", wish.slug()));
            }
            createGroup.create(federation(wish, naming.name()));
            var user = users.invited(admin);
            grants.setUp(user, Role.TENANT_ADMIN, Optional.empty(), Optional.empty());
            provisioning.haveOrganisation();
            provisioning.invite(user);
            trail.record(Actor.AVISO, Deed.ofTenant(Act.TENANT_CREATED, id.value(), OpenTenant.changes(wish)));
            return id;
        }

        private static String name(OpenTenant.Wish wish) {
            try {
                return BillingField.NAME.normalised(wish.name());
            } catch (IllegalArgumentException noName) {
                throw RuleViolation.at("/name", BillingField.NAME.fault(), Map.of());
            }
        }

        private static CreateGroup.Wish federation(OpenTenant.Wish wish, String name) {
            var own = new EnumMap<BillingField, String>(BillingField.class);
            own.put(BillingField.NAME, name);
            wish.organisationNumber().ifPresent(number -> own.put(BillingField.ORGANISATION_NUMBER, number(number)));
            return new CreateGroup.Wish(
                    GroupKind.FEDERATION, name, Optional.of(wish.slug()), Optional.empty(), false, own);
        }

        private static String number(String text) {
            try {
                return BillingField.ORGANISATION_NUMBER.normalised(text);
            } catch (IllegalArgumentException noNumber) {
                throw RuleViolation.at(
                        "/organisationNumber", BillingField.ORGANISATION_NUMBER.fault(), Map.of("value", text));
            }
        }
    }
}
