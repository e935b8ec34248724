package se.aviso.spi.summary;

import java.util.List;
import java.util.Set;
import org.pf4j.ExtensionPoint;
import se.aviso.spi.PluginContext;

/**
 * Arranges the lines of invoices for their documents: merges, orders, adds subtotals. It only computes: stateless,
 * called by many threads, a chunk of invoices at a time, never with a transaction open. The same lines get the same
 * answer. What was issued stays as it is; a summary whose sums differ is refused, and the lines are shown as they are.
 *
 * @since spi 1.1
 */
public interface InvoiceSummary extends ExtensionPoint {
    /** What a tenant calls it by: capitals and underscores, never changed. */
    String name();

    /**
     * The kinds of documents that it arranges with these settings; all unless said. The others are not shown to it, and
     * stand as they are.
     *
     * @since spi 1.5
     */
    default Set<String> documents(PluginContext context) {
        return Set.of("FIRST", "RENEWAL", "OFFER", "ONE_OFF");
    }

    /**
     * The rows of each document.
     *
     * @param chunk invoices of one tenant for whose groups the same settings hold
     * @return one answer for each, in their order
     */
    List<SummarisedLines> summarise(List<InvoiceLines> chunk, PluginContext context);

    /** The names of settings that hold secrets; none unless said. */
    default Set<String> secretSettings() {
        return Set.of();
    }
}
