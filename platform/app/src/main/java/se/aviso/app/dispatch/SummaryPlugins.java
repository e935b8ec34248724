package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.app.plugin.TenantPlugins;
import se.aviso.invoice.SummaryCheck;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.InvoiceSummary;
import se.aviso.spi.summary.SummarisedLines;

/**
 * Has the tenant's plugin arrange the lines of documents, a chunk at a time and with no transaction open. A summary
 * whose sums are not the invoice's is refused: then the lines stand as they are.
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

    /** What the plugin of that name makes of the invoices, by invoice; what it cannot do is left out. */
    Map<UUID, SummarisedLines> arrange(String name, Collection<InvoiceStore.Stored> invoices) {
        var chunk = invoices.stream().map(DocumentLines::of).toList();
        var plugin = plugins.extensions(InvoiceSummary.class).stream()
                .filter(found -> found.name().equals(name))
                .findFirst();
        if (plugin.isEmpty() || chunk.isEmpty()) {
            return Map.of();
        }
        var context = plugins.context(plugin.get(), Optional.empty());
        try {
            // an answer with holes in it, or with other sums, is a failure of the plugin, and not of the house
            return calls.call(
                    plugin.get(),
                    LIMIT,
                    () -> held(name, chunk, plugin.get().summarise(chunk, context)),
                    held -> held.size() == chunk.size());
        } catch (PluginFailure silent) {
            LOG.log(System.Logger.Level.ERROR, "nothing is arranged: {0}", silent.getMessage());
            return Map.of();
        }
    }

    private static Map<UUID, SummarisedLines> held(
            String name, List<InvoiceLines> chunk, List<SummarisedLines> answers) {
        var held = new HashMap<UUID, SummarisedLines>();
        var refused = new ArrayList<UUID>();
        for (var index = 0; index < chunk.size(); index++) {
            var invoice = chunk.get(index);
            if (index < answers.size() && SummaryCheck.holds(invoice, answers.get(index))) {
                held.put(invoice.id(), answers.get(index));
            } else {
                refused.add(invoice.id());
            }
        }
        if (!refused.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "plugin {0}: other sums than the invoices {1}", name, refused);
        }
        return held;
    }
}
