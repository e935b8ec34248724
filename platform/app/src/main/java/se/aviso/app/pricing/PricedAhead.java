package se.aviso.app.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.TenantId;
import se.aviso.pricing.PluginPrice;

/**
 * What plugins have said of memberships that this node is about to bill: asked before the transaction, read in it. An
 * answer holds its question, and the rule takes it for that question alone; so one that is left over harms nobody.
 */
@ApplicationScoped
public class PricedAhead {
    private final Map<TenantId, Map<MembershipId, PluginPrice>> said = new ConcurrentHashMap<>();

    /** Keeps answers until they are forgotten. */
    public void keep(Map<MembershipId, PluginPrice> answers) {
        if (!answers.isEmpty()) {
            said.computeIfAbsent(Tenancy.required(), tenant -> new ConcurrentHashMap<>())
                    .putAll(answers);
        }
    }

    /** Those of these memberships. */
    public Map<MembershipId, PluginPrice> of(Collection<UUID> memberships) {
        var tenants = said.getOrDefault(Tenancy.required(), Map.of());
        var found = new HashMap<MembershipId, PluginPrice>();
        if (!tenants.isEmpty()) {
            for (var id : memberships) {
                var membership = new MembershipId(id);
                var price = tenants.get(membership);
                if (price != null) {
                    found.put(membership, price);
                }
            }
        }
        return found;
    }

    /** They were billed, or not. */
    public void forget(Collection<MembershipId> memberships) {
        var tenants = said.get(Tenancy.required());
        if (tenants != null) {
            memberships.forEach(tenants::remove);
        }
    }
}
