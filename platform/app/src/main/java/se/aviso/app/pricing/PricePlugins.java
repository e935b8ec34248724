package se.aviso.app.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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
 * Asks plugins for prices, a whole chunk at a time with the settings that hold for its groups; never with a transaction
 * open, and never for longer than somebody waits. One that is not there, fails, is too slow or answers other than it
 * was asked prices nothing: its memberships are not billed, and say so.
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
    public Map<MembershipId, PluginPrice> ask(Map<String, List<PriceQuestion>> questions) {
        return ask(questions, (rule, work) -> calls.call(rule, WHILE_ONE_WAITS, work));
    }

    /** The same for a chunk of a run, which has time and waits for its place. */
    public Map<MembershipId, PluginPrice> askInTurn(Map<String, List<PriceQuestion>> questions) {
        return ask(questions, (rule, work) -> calls.callInTurn(rule, FOR_A_CHUNK, work));
    }

    private Map<MembershipId, PluginPrice> ask(Map<String, List<PriceQuestion>> questions, Asking asking) {
        var said = new HashMap<MembershipId, PluginPrice>();
        questions.forEach((name, chunk) -> answers(name, chunk, asking)
                .forEach(price -> said.put(new MembershipId(price.asked().id()), price)));
        return said;
    }

    /** What is said of those for whose groups the tenant has the plugin, and of the others that nothing is said. */
    private List<PluginPrice> answers(String name, List<PriceQuestion> chunk, Asking asking) {
        var unasked = new LinkedHashSet<>(chunk);
        var said = new ArrayList<PluginPrice>(chunk.size());
        plugins.extensions(PricePosition.class).stream()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .ifPresent(rule -> plugins.parts(rule, chunk, PriceQuestion::path)
                        .forEach(part -> {
                            part.things().forEach(unasked::remove);
                            said.addAll(answers(rule, positions(part.things()), part.context(), asking));
                        }));
        if (!unasked.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "no plugin is there for {0} prices of {1}", unasked.size(), name);
            said.addAll(PluginPrice.failed(name, positions(unasked)));
        }
        return said;
    }

    private static List<PluginPrice> answers(
            PricePosition rule, List<Position> chunk, PluginContext context, Asking asking) {
        try {
            return asking.ask(rule, () -> answers(rule, chunk, context));
        } catch (PluginFailure silent) {
            LOG.log(System.Logger.Level.ERROR, "nothing is priced: {0}", silent.getMessage());
            return PluginPrice.failed(rule.name(), chunk);
        }
    }

    private static List<Position> positions(Collection<PriceQuestion> questions) {
        return questions.stream().map(PriceQuestion::position).toList();
    }

    private static List<PluginPrice> answers(PricePosition plugin, List<Position> chunk, PluginContext context) {
        return PluginPrice.of(plugin.name(), chunk, plugin.price(chunk, context));
    }
}
