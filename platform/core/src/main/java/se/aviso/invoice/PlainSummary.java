package se.aviso.invoice;

import java.util.ArrayList;
import java.util.List;
import se.aviso.kernel.Money;
import se.aviso.spi.PluginContext;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.InvoiceSummary;
import se.aviso.spi.summary.SummarisedLines;

/** Lines as they are, with what takes off at the end, and a subtotal before it where it takes off several lines. */
public final class PlainSummary implements InvoiceSummary {
    private static final String DISCOUNT = InvoiceLine.Kind.DISCOUNT.name();

    @Override
    public String name() {
        return "PLAIN";
    }

    @Override
    public List<SummarisedLines> summarise(List<InvoiceLines> chunk, PluginContext context) {
        return chunk.stream().map(PlainSummary::summarise).toList();
    }

    /** One invoice's rows. */
    public static SummarisedLines summarise(InvoiceLines invoice) {
        var rows = new ArrayList<SummarisedLines.Row>();
        var off = new ArrayList<SummarisedLines.Row>();
        var sum = Money.ore(0);
        for (var line : invoice.lines()) {
            var row = new SummarisedLines.LineRow(line);
            if (line.kind().equals(DISCOUNT)) {
                off.add(row);
            } else {
                rows.add(row);
                sum = sum.plus(line.amount());
            }
        }
        if (!off.isEmpty() && rows.size() > 1) {
            var text = "en".equals(invoice.language()) ? "Before discount" : "Före rabatt";
            rows.add(new SummarisedLines.Subtotal(text, sum));
        }
        rows.addAll(off);
        return new SummarisedLines(invoice.id(), rows);
    }
}
