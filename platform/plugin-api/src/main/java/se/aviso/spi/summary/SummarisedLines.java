package se.aviso.spi.summary;

import java.util.List;
import java.util.UUID;
import se.aviso.kernel.Money;

/** The rows of a document, in their order. */
public record SummarisedLines(UUID id, List<Row> rows) {
    public SummarisedLines {
        rows = List.copyOf(rows);
    }

    /** What stands in a row. */
    public sealed interface Row {}

    /** A line, as it was or merged of several of one rate. */
    public record LineRow(InvoiceLines.Line line) implements Row {}

    /** The sum of the lines above it, up to the subtotal before. */
    public record Subtotal(String text, Money amount) implements Row {}
}
