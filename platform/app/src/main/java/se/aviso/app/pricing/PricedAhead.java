package se.aviso.app.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import se.aviso.kernel.MembershipId;
import se.aviso.pricing.PluginPrice;

/**
 * What plugins have said of memberships that this thread is about to bill: asked before the transaction, read in it. An
 * answer holds its question, and the rule takes it for that question alone.
 */
@ApplicationScoped
public class PricedAhead {
    private final ThreadLocal<Map<MembershipId, PluginPrice>> said = ThreadLocal.withInitial(Map::of);

    /** Does the work with the answers at hand, and forgets them. */
    public <T> T with(Map<MembershipId, PluginPrice> answers, Supplier<T> work) {
        var before = said.get();
        said.set(answers);
        try {
            return work.get();
        } finally {
            said.set(before);
        }
    }

    /** The answers for these memberships. */
    public Map<MembershipId, PluginPrice> of(Collection<UUID> memberships) {
        var all = said.get();
        var found = new HashMap<MembershipId, PluginPrice>();
        if (!all.isEmpty()) {
            for (var id : memberships) {
                var membership = new MembershipId(id);
                var price = all.get(membership);
                if (price != null) {
                    found.put(membership, price);
                }
            }
        }
        return found;
    }
}
