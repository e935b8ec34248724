package se.aviso.app.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import se.aviso.app.tenant.TenantProfile;
import se.aviso.app.tenant.TenantStore;
import se.aviso.kernel.TenantId;

/** Whose page somebody sees who has not logged in: the name and the colour of the tenant. */
@ApplicationScoped
@Transactional
public class ShowHouse {
    @Inject
    TenantStore tenants;

    /** A tenant from outside. */
    public record House(TenantId tenant, String slug, String name, int hue) {}

    /** The tenant of that slug. */
    public Optional<House> called(String slug) {
        return tenants.bySlug(slug).map(this::house);
    }

    /** The tenant of an installation that has but one. */
    public Optional<House> only() {
        var all = tenants.all();
        return all.size() == 1 ? Optional.of(house(all.get(0))) : Optional.empty();
    }

    /** The tenant of that id, if there is one: what somebody brings as a key may name any. */
    public Optional<House> of(TenantId id) {
        return tenants.find(id).map(this::house);
    }

    private House house(TenantProfile profile) {
        return new House(profile.id(), profile.naming().slug(), profile.naming().name(), tenants.hue(profile.id()));
    }
}
