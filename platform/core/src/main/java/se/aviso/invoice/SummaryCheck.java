package se.aviso.invoice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.SummarisedLines;

/** Refuses summaries that say other than the invoice: a document's sums are those that were issued and booked. */
public final class SummaryCheck {
    private SummaryCheck() {}

    /** True when the rows have the invoice's sums at each rate, and each subtotal is that of the lines above it. */
    public static boolean holds(InvoiceLines invoice, SummarisedLines summary) {
        if (!summary.id().equals(invoice.id())) {
            return false;
        }
        var sums = new EnumMap<VatRate, Money>(VatRate.class);
        var above = Money.ore(0);
        for (var row : summary.rows()) {
            if (row instanceof SummarisedLines.LineRow line) {
                if (line.line().quantity() < 1) {
                    return false;
                }
                sums.merge(line.line().vat(), line.line().amount(), Money::plus);
                above = above.plus(line.line().amount());
            } else if (row instanceof SummarisedLines.Subtotal subtotal) {
                if (!subtotal.amount().equals(above)) {
                    return false;
                }
                above = Money.ore(0);
            }
        }
        return sums.equals(byRate(invoice.lines())) && tax(sumRows(summary)).equals(tax(invoice.lines()));
    }

    private static List<InvoiceLines.Line> sumRows(SummarisedLines summary) {
        return summary.rows().stream()
                .filter(SummarisedLines.LineRow.class::isInstance)
                .map(row -> ((SummarisedLines.LineRow) row).line())
                .toList();
    }

    private static Map<VatRate, Money> byRate(List<InvoiceLines.Line> lines) {
        var sums = new EnumMap<VatRate, Money>(VatRate.class);
        lines.forEach(line -> sums.merge(line.vat(), line.amount(), Money::plus));
        return sums;
    }

    /** The tax is rounded line by line: lines that are merged may not change it. */
    private static Money tax(List<InvoiceLines.Line> lines) {
        return lines.stream().map(line -> line.vat().containedIn(line.amount())).reduce(Money.ore(0), Money::plus);
    }
}
