package se.aviso.it.plugin;

import java.util.ArrayList;
import java.util.List;
import org.pf4j.Extension;
import se.aviso.kernel.Money;
import se.aviso.spi.PluginContext;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.InvoiceSummary;
import se.aviso.spi.summary.SummarisedLines;

/** Puts memberships first and the rest behind, each with its sum. It does wrong where a line asks it to. */
@Extension
public class GroupedSummary implements InvoiceSummary {
    /** The text of a line that is made a krona dearer. */
    public static final String WRONG = "Räkna fel";

    /** The text of a line for whose invoice it answers nothing. */
    public static final String HOLE = "Glöm bort";

    @Override
    public String name() {
        return "GRUPPERAD";
    }

    @Override
    public List<SummarisedLines> summarise(List<InvoiceLines> chunk, PluginContext context) {
        return chunk.stream().map(GroupedSummary::summary).toList(); // toList takes what is null
    }

    @SuppressWarnings("NullAway") // that is what is wrong with it
    private static SummarisedLines summary(InvoiceLines invoice) {
        if (invoice.lines().stream().anyMatch(line -> line.text().equals(HOLE))) {
            return null;
        }
        var rows = new ArrayList<SummarisedLines.Row>();
        add(rows, "Summa medlemskap", of(invoice, true));
        add(rows, "Summa övrigt", of(invoice, false));
        return new SummarisedLines(invoice.id(), rows);
    }

    private static List<InvoiceLines.Line> of(InvoiceLines invoice, boolean memberships) {
        return invoice.lines().stream()
                .filter(line -> line.kind().equals("MEMBERSHIP") == memberships)
                .map(GroupedSummary::written)
                .toList();
    }

    private static void add(List<SummarisedLines.Row> rows, String text, List<InvoiceLines.Line> lines) {
        if (!lines.isEmpty()) {
            lines.forEach(line -> rows.add(new SummarisedLines.LineRow(line)));
            var sum = lines.stream().map(InvoiceLines.Line::amount).reduce(Money.ore(0), Money::plus);
            rows.add(new SummarisedLines.Subtotal(text, sum));
        }
    }

    private static InvoiceLines.Line written(InvoiceLines.Line line) {
        return line.text().equals(WRONG)
                ? new InvoiceLines.Line(
                        line.kind(),
                        line.text(),
                        line.note(),
                        line.quantity(),
                        line.unit().plus(Money.kronor(1)),
                        line.vat())
                : line;
    }
}
