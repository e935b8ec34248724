package se.aviso.app.plugin;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.TenantId;
import se.aviso.plugin.Circuit;
import se.aviso.plugin.Circuit.Outcome;
import se.aviso.plugin.WaitingTime;

/**
 * Every call into a plugin: in a thread and a time of its own, so many at once and no more, and none to one that has
 * shown that it does not answer. What a plugin does to itself, the others and whoever asked do not feel; what it does
 * with one tenant's settings, the other tenants do not.
 *
 * <p>Limits stand by plugin and tenant and not by method, as those of MicroProfile Fault Tolerance do: one plugin must
 * not open the circuit of another that offers the same.
 */
@ApplicationScoped
public class PluginCalls {
    private static final Logger LOG = System.getLogger(PluginCalls.class.getName());

    /** The time of whoever waits for the work of a thread. */
    private static final ThreadLocal<@Nullable WaitingTime> WAITING = new ThreadLocal<>();

    @Inject
    PluginHost host;

    @Inject
    Clock clock;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory managed;

    @SuppressWarnings("NullAway.Init")
    private ExecutorService threads;

    private final Map<String, PluginRecord> records = new ConcurrentHashMap<>();

    /**
     * How a plugin is called.
     *
     * @param patience how long a call waits for its place
     * @param limit how long it may take
     * @param onTrial with settings that do not hold yet
     */
    private record Manner(Duration patience, Duration limit, boolean onTrial) {}

    /**
     * Threads of the server's making, and kept by ourselves: its own executor looks through the whole class path for
     * each call that it is given. There are as many as calls at once, which have their places; one that rests ends.
     */
    @PostConstruct
    void open() {
        threads = Executors.newCachedThreadPool(managed);
    }

    /**
     * Work of this thread for which somebody waits: all its calls together end with {@link WaitingTime#WHOLE}, as calls
     * that hang.
     */
    public <T> T whileOneWaits(Supplier<T> work) {
        WAITING.set(WaitingTime.from(clock.instant()));
        try {
            return work.get();
        } finally {
            WAITING.remove();
        }
    }

    /** False where work for which somebody waits had better end with what it has. */
    public boolean mayGoOn() {
        var one = WAITING.get();
        return one == null || one.isEnoughForMore(clock.instant());
    }

    /**
     * What the plugin says, within the limit; the thread's tenant is the plugin's thread's too.
     *
     * @param extension of the plugin
     * @throws PluginFailure when it says nothing
     */
    public <T> T call(Object extension, Duration limit, Supplier<T> work) {
        return call(extension, limit, work, answer -> true);
    }

    /**
     * The same where an answer may be of use in part, and is a failure of the plugin all the same.
     *
     * @param whole whether it answers all that was asked
     * @throws PluginFailure when it says nothing
     */
    public <T> T call(Object extension, Duration limit, Supplier<T> work, Predicate<T> whole) {
        return call(extension, new Manner(Duration.ZERO, limit, false), work, whole);
    }

    /**
     * The same for work that nobody waits for on a page: it waits for a place as long as the call may take.
     *
     * @throws PluginFailure when it says nothing
     */
    public <T> T callInTurn(Object extension, Duration limit, Supplier<T> work) {
        return call(extension, new Manner(limit, limit, false), work, answer -> true);
    }

    /**
     * The same with settings that somebody tries: it is made though the plugin rests, has places of its own, and counts
     * without keeping the plugin from the work of this tenant or any other.
     *
     * @throws PluginFailure when it says nothing
     */
    public <T> T callOnTrial(Object extension, Duration limit, Supplier<T> work) {
        return call(extension, new Manner(Duration.ZERO, limit, true), work, answer -> true);
    }

    private <T> T call(Object extension, Manner manner, Supplier<T> work, Predicate<T> whole) {
        var plugin = host.pluginOf(extension);
        if (left(manner.limit()).isZero()) {
            throw new PluginFailure(PluginFailure.Kind.HUNG, plugin);
        }
        var record = records.computeIfAbsent(plugin, id -> new PluginRecord(clock));
        var turn = turn(plugin, record, manner);
        var asked = new PluginCall<>(record, turn, () -> working(turn.tenant(), extension, work));
        var begun = clock.millis();
        try {
            var answer = asked.answer(threads(), left(manner.limit()));
            record.ended(turn, whole.test(answer) ? Outcome.ANSWERED : Outcome.FAILED, clock.instant(), since(begun));
            return answer;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PluginFailure(PluginFailure.Kind.FAILED, plugin, stopped);
        } catch (RejectedExecutionException full) {
            throw new PluginFailure(PluginFailure.Kind.BUSY, plugin, full);
        } catch (TimeoutException slow) {
            record.ended(turn, Outcome.HUNG, clock.instant(), since(begun));
            LOG.log(Level.ERROR, "plugin {0} did not come back in {1} and was abandoned", plugin, manner.limit());
            throw new PluginFailure(PluginFailure.Kind.HUNG, plugin, slow);
        } catch (ExecutionException failed) {
            record.ended(turn, Outcome.FAILED, clock.instant(), since(begun));
            LOG.log(Level.ERROR, "plugin " + plugin + " failed", failed);
            throw new PluginFailure(PluginFailure.Kind.FAILED, plugin, failed);
        } finally {
            record.settle(turn);
        }
    }

    /** A turn that has begun, or why there is none. */
    private PluginTurn turn(String plugin, PluginRecord record, Manner manner) {
        var tenant = Tenancy.current();
        requireOpen(plugin, record.state(tenant, manner.onTrial(), clock.instant()));
        var turn = place(plugin, record, manner);
        var state = record.begin(turn, clock.instant());
        if (!isOpen(state)) {
            record.leave(turn);
        }
        requireOpen(plugin, state);
        return turn;
    }

    /** How much of that there is, where somebody waits for all that is asked. */
    private Duration left(Duration limit) {
        var one = WAITING.get();
        return one == null ? limit : one.limit(clock.instant(), limit);
    }

    private Duration patience(Duration wanted) {
        var one = WAITING.get();
        return one == null ? wanted : one.patience(clock.instant(), wanted);
    }

    private PluginTurn place(String plugin, PluginRecord record, Manner manner) {
        try {
            return record.enter(Tenancy.current(), manner.onTrial(), patience(manner.patience()))
                    .orElseThrow(() -> new PluginFailure(PluginFailure.Kind.BUSY, plugin));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PluginFailure(PluginFailure.Kind.BUSY, plugin, stopped);
        }
    }

    private static void requireOpen(String plugin, Circuit.State state) {
        if (!isOpen(state)) {
            throw new PluginFailure(PluginFailure.Kind.valueOf(state.name()), plugin);
        }
    }

    private static boolean isOpen(Circuit.State state) {
        return state == Circuit.State.CALLED || state == Circuit.State.TRIED;
    }

    private long since(long begun) {
        return clock.millis() - begun;
    }

    /** Whether a call of the thread's tenant would be made now, as far as the plugin's rest is concerned. */
    public boolean mayBeCalled(Object extension) {
        return Optional.ofNullable(records.get(host.pluginOf(extension)))
                .map(record -> isOpen(record.state(Tenancy.current(), false, clock.instant())))
                .orElse(true);
    }

    /** What has come of the calls of a plugin on this node. */
    public PluginHealth health(String plugin) {
        return Optional.ofNullable(records.get(plugin))
                .map(record -> record.health(Tenancy.current(), clock.instant()))
                .orElse(PluginHealth.NEW);
    }

    /** The same, tenant by tenant, for those who run the installation. */
    List<PluginHealth.OfTenant> tenants(String plugin) {
        return Optional.ofNullable(records.get(plugin))
                .map(record -> record.tenants(clock.instant()))
                .orElse(List.of());
    }

    /** Those that have been called on this node. */
    Set<String> called() {
        return Set.copyOf(records.keySet());
    }

    /** Lets a plugin be called again that rests or is off for some tenant or all, on this node. */
    void again(String plugin) {
        records.computeIfAbsent(plugin, id -> new PluginRecord(clock)).again();
        LOG.log(Level.INFO, "plugin {0} is called again", plugin);
    }

    /** Begins anew with plugins that were exchanged: what was seen on this node was seen of others. */
    void exchanged(Set<String> plugins) {
        plugins.forEach(records::remove);
    }

    private static <T> T working(Optional<TenantId> tenant, Object extension, Supplier<T> work) {
        Supplier<T> called = () -> PluginHost.calling(extension, work);
        return tenant.map(of -> Tenancy.within(of, called)).orElseGet(called);
    }

    ExecutorService threads() {
        return threads;
    }
}
