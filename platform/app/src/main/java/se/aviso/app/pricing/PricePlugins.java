package se.aviso.app.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.aviso.app.plugin.PluginHost;
import se.aviso.kernel.MembershipId;
import se.aviso.pricing.PluginPrice;
import se.aviso.spi.PluginContext;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PricePosition;

/**
 * Asks plugins for prices, a whole chunk at a time; never with a transaction open. One that is not there, fails or
 * answers other than it was asked is as one without an answer: its memberships are not billed, and say so.
 */
@ApplicationScoped
public class PricePlugins {
    private static final System.Logger LOG = System.getLogger(PricePlugins.class.getName());

    @Inject
    PluginHost host;

    @Inject
    Clock clock;

    /** What the plugins say, by membership; questions by the plugins' names. */
    public Map<MembershipId, PluginPrice> ask(Map<String, List<Position>> questions) {
        var said = new HashMap<MembershipId, PluginPrice>();
        questions.forEach((name, chunk) -> answers(name, chunk)
                .forEach(price -> said.put(new MembershipId(price.asked().id()), price)));
        return said;
    }

    private List<PluginPrice> answers(String name, List<Position> chunk) {
        var plugin = host.extensions(PricePosition.class).stream()
                .filter(found -> found.name().equals(name))
                .findFirst();
        if (plugin.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "no plugin is there for prices of {0}", name);
            return List.of();
        }
        var context = new PluginContext(Map.of(), clock, false);
        try {
            return PluginPrice.of(
                    name,
                    chunk,
                    PluginHost.calling(plugin.get(), () -> plugin.get().price(chunk, context)));
        } catch (RuntimeException | LinkageError failed) {
            LOG.log(System.Logger.Level.ERROR, "plugin " + name + " priced nothing", failed);
            return List.of();
        }
    }
}
