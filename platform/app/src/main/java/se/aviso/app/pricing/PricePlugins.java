package se.aviso.app.pricing;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import se.aviso.app.plugin.PluginHost;
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
    public static final Duration FOR_A_CHUNK = Duration.ofMinutes(2);

    /** How long it may take while a person waits for the answer. */
    public static final Duration WHILE_ONE_WAITS = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(PricePlugins.class.getName());

    @Inject
    PluginHost host;

    @Inject
    Clock clock;

    /** A plugin has a thread of its own: what hangs in it holds nobody. */
    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedExecutorService managed;

    /**
     * What the plugins say, by membership.
     *
     * @param questions by the plugins' names
     * @param limit how long each plugin may take
     */
    public Map<MembershipId, PluginPrice> ask(Map<String, List<Position>> questions, Duration limit) {
        var said = new HashMap<MembershipId, PluginPrice>();
        questions.forEach((name, chunk) -> answers(name, chunk, limit)
                .forEach(price -> said.put(new MembershipId(price.asked().id()), price)));
        return said;
    }

    private List<PluginPrice> answers(String name, List<Position> chunk, Duration limit) {
        var plugin = host.extensions(PricePosition.class).stream()
                .filter(found -> found.name().equals(name))
                .findFirst();
        if (plugin.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "no plugin is there for prices of {0}", name);
            return PluginPrice.failed(name, chunk);
        }
        try {
            return answers(plugin.get(), chunk, limit);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException slow) {
            LOG.log(System.Logger.Level.ERROR, "plugin {0} had priced nothing after {1}", name, limit);
        } catch (ExecutionException | RejectedExecutionException failed) {
            LOG.log(System.Logger.Level.ERROR, "plugin " + name + " priced nothing", failed);
        }
        return PluginPrice.failed(name, chunk);
    }

    private List<PluginPrice> answers(PricePosition plugin, List<Position> chunk, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        var context = new PluginContext(Map.of(), clock, false);
        var asked = threads()
                .submit(() -> PluginPrice.of(
                        plugin.name(), chunk, PluginHost.calling(plugin, () -> plugin.price(chunk, context))));
        try {
            return asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            asked.cancel(true); // of one that has answered nothing is left to cancel
        }
    }

    ExecutorService threads() {
        return managed;
    }
}
