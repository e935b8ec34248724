package se.aviso.app.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.app.document.DocumentData;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.PlainSummary;
import se.aviso.invoice.SummaryPaper;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.SummarisedLines;

/** The lines of an invoice as the rows of its document. */
public final class DocumentLines {
    private DocumentLines() {}

    /** The invoice's lines, as a summary is told them. */
    static InvoiceLines of(InvoiceStore.Stored stored) {
        var lines = stored.invoice().draft().lines().stream()
                .map(line -> line(line, stored.snapshot().groupName()))
                .toList();
        var draft = stored.invoice().draft();
        var document = SummaryPaper.of(draft).map(Enum::name).orElse("");
        return new InvoiceLines(stored.invoice().id().value(), stored.snapshot().language(), document, lines);
    }

    /** The rows, as they were kept, or else plain; a subtotal stands below the row above it. */
    public static List<DocumentData.Line> rows(InvoiceStore.Stored stored, Optional<SummarisedLines> kept) {
        return rows(kept.orElseGet(() -> PlainSummary.summarise(of(stored))));
    }

    private static DocumentData.Line row(InvoiceLines.Line line) {
        return line.kind().equals(InvoiceLine.Kind.TEXT.name())
                ? DocumentData.Line.words(line.text())
                : DocumentData.Line.of(line.text(), line.note(), line.quantity(), line.unit(), line.vat())
                        .in(line.measure());
    }

    private static List<DocumentData.Line> rows(SummarisedLines summarised) {
        var rows = new ArrayList<DocumentData.Line>();
        for (var row : summarised.rows()) {
            if (row instanceof SummarisedLines.LineRow shown) {
                rows.add(row(shown.line()));
            } else if (row instanceof SummarisedLines.Subtotal subtotal && !rows.isEmpty()) {
                rows.set(rows.size() - 1, below(rows.get(rows.size() - 1), subtotal));
            }
        }
        return rows;
    }

    private static DocumentData.Line below(DocumentData.Line line, SummarisedLines.Subtotal subtotal) {
        var said = subtotal.text() + ": " + subtotal.amount().toDecimal().replace('.', ',');
        var note = line.note().isEmpty() ? said : line.note() + " · " + said;
        return line.noted(note);
    }

    private static InvoiceLines.Line line(InvoiceLine line, String groupName) {
        var note = line.what().kind() == InvoiceLine.Kind.MEMBERSHIP ? groupName : "";
        return new InvoiceLines.Line(
                line.what().kind().name(),
                line.what().text(),
                note,
                line.quantity(),
                line.unit(),
                line.terms().vat(),
                line.what().measure());
    }
}
