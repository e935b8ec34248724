package se.aviso.app.plugin;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.TenantId;
import se.aviso.plugin.Circuit;

/**
 * Every call into a plugin: in a thread and a time of its own, so many at once and no more, and none to one that has
 * shown that it does not answer. What a plugin does to itself, the others and whoever asked do not feel.
 *
 * <p>Limits stand by plugin and not by method, as those of MicroProfile Fault Tolerance do: one plugin must not open
 * the circuit of another that offers the same.
 */
@ApplicationScoped
public class PluginCalls {
    private static final Logger LOG = System.getLogger(PluginCalls.class.getName());

    @Inject
    PluginHost host;

    @Inject
    Clock clock;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedExecutorService managed;

    private final Map<String, PluginRecord> records = new ConcurrentHashMap<>();

    /**
     * What the plugin says, within the limit; the thread's tenant is the plugin's thread's too.
     *
     * @param extension of the plugin
     * @throws PluginFailure when it says nothing
     */
    public <T> T call(Object extension, Duration limit, Supplier<T> work) {
        return call(extension, Duration.ZERO, limit, work);
    }

    /**
     * The same for work that nobody waits for on a page: it waits for a place as long as the call may take.
     *
     * @throws PluginFailure when it says nothing
     */
    public <T> T callInTurn(Object extension, Duration limit, Supplier<T> work) {
        return call(extension, limit, limit, work);
    }

    private <T> T call(Object extension, Duration patience, Duration limit, Supplier<T> work) {
        var plugin = host.pluginOf(extension);
        var record = records.computeIfAbsent(plugin, id -> new PluginRecord());
        requireOpen(plugin, record);
        requirePlace(plugin, record, patience);
        var tenant = Tenancy.current();
        var asked = new PluginCall<>(record, () -> working(tenant, extension, work));
        var begun = clock.millis();
        try {
            var answer = asked.answer(threads(), limit);
            record.answered(tenant, clock.millis() - begun);
            return answer;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PluginFailure(PluginFailure.Kind.FAILED, plugin, stopped);
        } catch (RejectedExecutionException full) {
            throw new PluginFailure(PluginFailure.Kind.BUSY, plugin, full);
        } catch (TimeoutException slow) {
            record.hung(tenant, clock.instant(), clock.millis() - begun);
            LOG.log(Level.ERROR, "plugin {0} did not come back in {1} and was abandoned", plugin, limit);
            throw new PluginFailure(PluginFailure.Kind.HUNG, plugin, slow);
        } catch (ExecutionException failed) {
            record.failed(tenant, clock.instant(), clock.millis() - begun);
            LOG.log(Level.ERROR, "plugin " + plugin + " failed", failed);
            throw new PluginFailure(PluginFailure.Kind.FAILED, plugin, failed);
        }
    }

    /** What has come of the calls of a plugin on this node. */
    public PluginHealth health(String plugin) {
        return Optional.ofNullable(records.get(plugin))
                .map(record -> record.health(Tenancy.current(), clock.instant()))
                .orElse(PluginHealth.NEW);
    }

    /** Lets a plugin be called again that rests or is off, on this node. */
    void again(String plugin) {
        records.computeIfAbsent(plugin, id -> new PluginRecord()).again();
        LOG.log(Level.INFO, "plugin {0} is called again", plugin);
    }

    private static void requirePlace(String plugin, PluginRecord record, Duration patience) {
        try {
            if (!record.enter(patience)) {
                throw new PluginFailure(PluginFailure.Kind.BUSY, plugin);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PluginFailure(PluginFailure.Kind.BUSY, plugin, stopped);
        }
    }

    private void requireOpen(String plugin, PluginRecord record) {
        var state = record.state(clock.instant());
        if (state != Circuit.State.CALLED) {
            throw new PluginFailure(PluginFailure.Kind.valueOf(state.name()), plugin);
        }
    }

    private static <T> T working(Optional<TenantId> tenant, Object extension, Supplier<T> work) {
        Supplier<T> called = () -> PluginHost.calling(extension, work);
        return tenant.map(of -> Tenancy.within(of, called)).orElseGet(called);
    }

    ExecutorService threads() {
        return managed;
    }
}
