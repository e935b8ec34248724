package se.aviso.app.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.app.plugin.TenantPlugins;
import se.aviso.kernel.MembershipId;
import se.aviso.pricing.PluginPrice;
import se.aviso.spi.PluginContext;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PricePosition;

/**
 * Asks plugins for prices, a whole chunk at a time; never with a transaction open, and never for longer than somebody
 * waits. One that is not there, fails, is too slow or answers other than it was asked prices nothing: its memberships
 * are not billed, and say so.
 */
@ApplicationScoped
public class PricePlugins {
    /** How long a plugin may take for a chunk of a run, which may be some thousand positions. */
    private static final Duration FOR_A_CHUNK = Duration.ofMinutes(2);

    /** How long it may take while a person waits for the answer. */
    private static final Duration WHILE_ONE_WAITS = Duration.ofSeconds(5);

    /** How long it may take for the thousand positions that settings are tried on, while a person waits. */
    private static final Duration ON_TRIAL = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(PricePlugins.class.getName());

    @Inject
    TenantPlugins plugins;

    @Inject
    PluginCalls calls;

    @Inject
    Clock clock;

    /** A plugin's price rule with settings that are tried. */
    public interface Trial {
        /**
         * What it says of each position, in their order.
         *
         * @throws PluginFailure when it says nothing
         */
        List<PluginPrice> price(List<Position> positions);
    }

    /** The price rules of that plugin with those settings, by their names; none where it has no such rules. */
    public NavigableMap<String, Trial> trials(String plugin, Map<String, String> settings) {
        var context = new PluginContext(settings, clock, true);
        var trials = new TreeMap<String, Trial>();
        plugins.installedOf(plugin, PricePosition.class)
                .forEach(rule -> trials.put(
                        rule.name(),
                        positions -> calls.callOnTrial(rule, ON_TRIAL, () -> answers(rule, positions, context))));
        return trials;
    }

    /** How a rule is asked. */
    @FunctionalInterface
    private interface Asking {
        List<PluginPrice> ask(PricePosition rule, Supplier<List<PluginPrice>> work);
    }

    /**
     * What the plugins say, by membership, while a person waits.
     *
     * @param questions by the plugins' names
     */
    public Map<MembershipId, PluginPrice> ask(Map<String, List<Position>> questions) {
        return ask(questions, (rule, work) -> calls.call(rule, WHILE_ONE_WAITS, work));
    }

    /** The same for a chunk of a run, which has time and waits for its place. */
    public Map<MembershipId, PluginPrice> askInTurn(Map<String, List<Position>> questions) {
        return ask(questions, (rule, work) -> calls.callInTurn(rule, FOR_A_CHUNK, work));
    }

    private Map<MembershipId, PluginPrice> ask(Map<String, List<Position>> questions, Asking asking) {
        var said = new HashMap<MembershipId, PluginPrice>();
        questions.forEach((name, chunk) -> answers(name, chunk, asking)
                .forEach(price -> said.put(new MembershipId(price.asked().id()), price)));
        return said;
    }

    private List<PluginPrice> answers(String name, List<Position> chunk, Asking asking) {
        var plugin = plugins.extensions(PricePosition.class).stream()
                .filter(found -> found.name().equals(name))
                .findFirst();
        if (plugin.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "no plugin is there for prices of {0}", name);
            return PluginPrice.failed(name, chunk);
        }
        var context = plugins.context(plugin.get(), Optional.empty());
        try {
            return asking.ask(plugin.get(), () -> answers(plugin.get(), chunk, context));
        } catch (PluginFailure silent) {
            LOG.log(System.Logger.Level.ERROR, "nothing is priced: {0}", silent.getMessage());
            return PluginPrice.failed(name, chunk);
        }
    }

    private static List<PluginPrice> answers(PricePosition plugin, List<Position> chunk, PluginContext context) {
        return PluginPrice.of(plugin.name(), chunk, plugin.price(chunk, context));
    }
}
