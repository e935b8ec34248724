package se.aviso.invoice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.SummarisedLines;

/** Refuses summaries that say other than the invoice: a document's sums are those that were issued and booked. */
public final class SummaryCheck {
    private SummaryCheck() {}

    /** What of a summary says other than the invoice. */
    public enum Fault {
        /** It is that of another invoice. */
        OTHER_INVOICE,
        /** A line of less than one. */
        QUANTITY,
        /** A subtotal is not the sum of the lines above it. */
        SUBTOTAL,
        /** The lines of a rate come to another sum. */
        SUM,
        /** The tax, which is rounded line by line, comes to another sum. */
        TAX
    }

    /** True when the rows have the invoice's sums at each rate, and each subtotal is that of the lines above it. */
    public static boolean holds(InvoiceLines invoice, SummarisedLines summary) {
        return fault(invoice, summary).isEmpty();
    }

    /** The first fault; none where it says what the invoice says. */
    public static Optional<Fault> fault(InvoiceLines invoice, SummarisedLines summary) {
        if (!summary.id().equals(invoice.id())) {
            return Optional.of(Fault.OTHER_INVOICE);
        }
        var above = Money.ore(0);
        for (var row : summary.rows()) {
            if (row instanceof SummarisedLines.LineRow line) {
                if (line.line().quantity() < 1) {
                    return Optional.of(Fault.QUANTITY);
                }
                above = above.plus(line.line().amount());
            } else if (row instanceof SummarisedLines.Subtotal subtotal) {
                if (!subtotal.amount().equals(above)) {
                    return Optional.of(Fault.SUBTOTAL);
                }
                above = Money.ore(0);
            }
        }
        return fault(invoice.lines(), sumRows(summary));
    }

    private static Optional<Fault> fault(List<InvoiceLines.Line> issued, List<InvoiceLines.Line> shown) {
        if (!byRate(shown).equals(byRate(issued))) {
            return Optional.of(Fault.SUM);
        }
        return tax(shown).equals(tax(issued)) ? Optional.empty() : Optional.of(Fault.TAX);
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
