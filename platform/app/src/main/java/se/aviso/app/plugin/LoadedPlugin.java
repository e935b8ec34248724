package se.aviso.app.plugin;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pf4j.JarPluginManager;
import org.pf4j.PluginLoader;
import org.pf4j.PluginState;
import se.aviso.plugin.PluginKinds;
import se.aviso.spi.ApiVersion;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.AccountingRules;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.pricing.PricePosition;
import se.aviso.spi.summary.InvoiceSummary;

/**
 * A plugin that was loaded and started, whose extensions were made and said what they are: all of it once, in one time,
 * or not at all. It has a manager of PF4J of its own, so that one that hangs meanwhile holds up no other.
 */
final class LoadedPlugin {
    private static final Logger LOG = System.getLogger(LoadedPlugin.class.getName());

    private final Manager manager;
    private final PluginManifest manifest;
    private final String id;
    private final String version;
    private final String sum;
    private final List<Offer> offers;

    private LoadedPlugin(Manager manager, PluginManifest manifest, String id, String sum, List<Offer> offers) {
        this.manager = manager;
        this.manifest = manifest;
        this.id = id;
        this.sum = sum;
        this.version = manager.getPlugin(id).getDescriptor().getVersion();
        this.offers = offers;
    }

    /**
     * What it offers.
     *
     * @param name by which it is asked for; none where its kind has no names
     */
    record Offer(Class<?> kind, Optional<String> name, Object extension) {
        /** True where nobody could tell them apart. */
        boolean isCalledLike(Offer other) {
            return kind == other.kind && name.isPresent() && name.equals(other.name);
        }
    }

    /**
     * The plugin of that jar.
     *
     * @throws IllegalStateException when it fails at something of it, or does not come back in that time: it says why
     */
    static LoadedPlugin of(Path jar, PluginManifest manifest, Duration limit) throws IOException {
        var sum = AllowList.sum(jar);
        return TimeLimit.within(limit, "started", () -> {
            var manager = new Manager(Optional.ofNullable(jar.getParent()).orElseThrow());
            var id = manager.loadPlugin(jar);
            var loader = manager.getPlugin(id).getPluginClassLoader();
            Thread.currentThread().setContextClassLoader(loader);
            var state = manager.startPlugin(id);
            if (state != PluginState.STARTED) {
                throw new IllegalStateException(state.toString());
            }
            return new LoadedPlugin(manager, manifest, id, sum, offers(manager, id));
        });
    }

    private static List<Offer> offers(Manager manager, String id) {
        var offers = new ArrayList<Offer>();
        for (var kind : PluginKinds.ALL) {
            for (var type : manager.getExtensionClasses(kind, id)) {
                offers.add(offer(kind, manager.getExtensionFactory().create(type)));
            }
        }
        return List.copyOf(offers);
    }

    private static <T> Offer offer(Class<T> kind, Object made) {
        var extension = KeptExtension.of(kind, made);
        return new Offer(kind, name(extension), extension);
    }

    private static Optional<String> name(Object extension) {
        if (extension instanceof BankFormat format) {
            return Optional.of(format.name().value());
        }
        if (extension instanceof DispatchChannel channel) {
            return Optional.of(channel.name());
        }
        if (extension instanceof PricePosition rule) {
            return Optional.of(rule.name());
        }
        if (extension instanceof InvoiceSummary summary) {
            return Optional.of(summary.name());
        }
        if (extension instanceof AccountingRules rules) {
            return Optional.of(rules.name());
        }
        return extension instanceof AccountingFormat format ? Optional.of(format.name()) : Optional.empty();
    }

    String id() {
        return id;
    }

    String version() {
        return version;
    }

    PluginManifest manifest() {
        return manifest;
    }

    List<Offer> offers() {
        return offers;
    }

    <T> List<T> extensions(Class<T> kind) {
        return offers.stream()
                .filter(offer -> offer.kind() == kind)
                .map(offer -> kind.cast(offer.extension()))
                .toList();
    }

    /** True where the extension is one of its own. */
    boolean has(Object extension) {
        return offers.stream().anyMatch(offer -> offer.extension() == extension);
    }

    /** True where the other is the same plugin, of a jar with the same bytes. */
    boolean isOfSameJar(LoadedPlugin other) {
        return id.equals(other.id) && sum.equals(other.sum);
    }

    /** Lets go of it; what hangs at that is left behind. */
    void close(Duration limit) {
        try {
            TimeLimit.within(limit, "stopped", () -> manager.unloadPlugin(id));
        } catch (IllegalStateException held) {
            LOG.log(Level.WARNING, "plugin " + id + " is left behind", held);
        }
    }

    /** PF4J with our class loading, for one jar. */
    private static final class Manager extends JarPluginManager {
        Manager(Path dir) {
            super(dir);
            setSystemVersion(ApiVersion.CURRENT);
        }

        @Override
        protected PluginLoader createPluginLoader() {
            return new HostPluginLoader(this);
        }
    }
}
