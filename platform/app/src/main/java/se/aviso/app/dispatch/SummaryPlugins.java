package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.app.plugin.TenantPlugins;
import se.aviso.invoice.Arrangement;
import se.aviso.spi.PluginContext;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.InvoiceSummary;
import se.aviso.spi.summary.SummarisedLines;

/**
 * Has plugins arrange the lines of documents, a chunk at a time, each group's by the plugin and the settings that hold
 * for it, and with no transaction open. A summary whose sums are not the invoice's is refused: then the lines stand as
 * they are.
 */
@ApplicationScoped
public class SummaryPlugins {
    private static final System.Logger LOG = System.getLogger(SummaryPlugins.class.getName());

    /** A chunk is some dozens of invoices. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    TenantPlugins plugins;

    @Inject
    PluginCalls calls;

    @Inject
    Clock clock;

    /** A plugin's summary with settings that are tried. */
    interface Trial {
        /**
         * What becomes of the invoices.
         *
         * @throws PluginFailure when it says nothing
         */
        Arrangement arrange(List<InvoiceLines> chunk);
    }

    /** What plugins make of the invoices, by invoice; what they cannot do, or nobody has turned on, is left out. */
    Map<UUID, SummarisedLines> arrange(Unarranged wanted) {
        if (wanted.invoices().isEmpty()) {
            return Map.of();
        }
        var installed = new TreeMap<String, InvoiceSummary>();
        plugins.extensions(InvoiceSummary.class).forEach(each -> installed.putIfAbsent(each.name(), each));
        var arranged = new HashMap<UUID, SummarisedLines>();
        plugins.nearest(installed, wanted.named())
                .parts(wanted.invoices(), Unarranged.Placed::path)
                .forEach((serving, part) -> arranged.putAll(arranged(
                        Objects.requireNonNull(installed.get(serving.name())),
                        part.stream().map(Unarranged.Placed::lines).toList(),
                        plugins.context(serving.settings()))));
        return arranged;
    }

    /** The summary of that plugin with those settings, where it has one. */
    Optional<Trial> trial(String plugin, Map<String, String> settings) {
        var context = new PluginContext(settings, clock, true);
        return plugins.installedOf(plugin, InvoiceSummary.class).stream()
                .findFirst()
                .map(summary -> chunk -> calls.callOnTrial(summary, LIMIT, work(summary, chunk, context)));
    }

    private Map<UUID, SummarisedLines> arranged(
            InvoiceSummary plugin, List<InvoiceLines> chunk, PluginContext context) {
        try {
            var arranged = calls.call(plugin, LIMIT, work(plugin, chunk, context), Arrangement::isWhole);
            arranged.plain().forEach((invoice, why) -> {
                if (why.isRefused()) {
                    LOG.log(System.Logger.Level.WARNING, "plugin {0}: {1} of invoice {2}", plugin.name(), why, invoice);
                }
            });
            return arranged.rows();
        } catch (PluginFailure silent) {
            LOG.log(System.Logger.Level.ERROR, "nothing is arranged: {0}", silent.getMessage());
            return Map.of();
        }
    }

    /** One call for the chunk; what is amiss with an answer is found within it, and is a failure of the plugin. */
    private static Supplier<Arrangement> work(InvoiceSummary plugin, List<InvoiceLines> chunk, PluginContext context) {
        return () -> {
            var asked = Arrangement.asked(chunk, plugin.documents(context));
            return Arrangement.of(chunk, asked, asked.isEmpty() ? List.of() : plugin.summarise(asked, context));
        };
    }
}
