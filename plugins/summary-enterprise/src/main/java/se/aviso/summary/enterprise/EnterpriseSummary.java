package se.aviso.summary.enterprise;

import java.util.List;
import java.util.Set;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.InvoiceSummary;
import se.aviso.spi.summary.SummarisedLines;

/** Groups lines by their kind, in the customer's order, merges equal ones, explains them and adds subtotals. */
@Extension
public class EnterpriseSummary implements InvoiceSummary {
    @Override
    public String name() {
        return "ENTERPRISE";
    }

    @Override
    public Set<String> documents(PluginContext context) {
        var wanted = Style.listed(context.setting("documents", ""));
        return wanted.isEmpty() ? InvoiceSummary.super.documents(context) : wanted;
    }

    @Override
    public List<SummarisedLines> summarise(List<InvoiceLines> chunk, PluginContext context) {
        var style = Style.of(context);
        return chunk.stream()
                .map(invoice -> new SummarisedLines(invoice.id(), style.rows(invoice)))
                .toList();
    }
}
