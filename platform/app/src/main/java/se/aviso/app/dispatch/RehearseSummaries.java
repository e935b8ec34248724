package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.document.DocumentData;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.plugin.PaperTrial;
import se.aviso.app.plugin.TrialScope;
import se.aviso.invoice.Arrangement;
import se.aviso.invoice.SummaryTrial;
import se.aviso.spi.summary.SummarisedLines;

/**
 * Tells how the newest documents would have looked by a summary that does not hold yet; no transaction is open while it
 * is asked.
 */
@ApplicationScoped
public class RehearseSummaries implements PaperTrial {
    @Inject
    SummaryPlugins plugins;

    @Inject
    FindNewestPapers find;

    @Override
    public Optional<Papers> papers(String plugin, TrialScope scope, Map<String, String> settings) {
        return plugins.trial(plugin, settings).map(trial -> papers(find.of(scope), trial));
    }

    private static Papers papers(FindNewestPapers.Found found, SummaryPlugins.Trial trial) {
        var documents = found.documents();
        var arranged = documents.isEmpty()
                ? Arrangement.NONE
                : trial.arrange(documents.stream().map(DocumentLines::of).toList());
        var told = SummaryTrial.of(documents.stream()
                .map(stored -> tried(stored, found.kept(), arranged))
                .toList());
        return new Papers(
                day(documents, documents.size() - 1).orElse(found.today()),
                day(documents, 0).orElse(found.today()),
                told.looked(),
                told.changed(),
                told.plain().entrySet().stream()
                        .map(each -> new Plain(each.getKey(), each.getValue()))
                        .toList(),
                told.examples());
    }

    private static Optional<LocalDate> day(List<InvoiceStore.Stored> documents, int at) {
        return documents.isEmpty()
                ? Optional.empty()
                : Optional.of(documents.get(at).invoice().issuedOn());
    }

    private static SummaryTrial.Tried tried(
            InvoiceStore.Stored stored, Map<UUID, SummarisedLines> kept, Arrangement arranged) {
        var id = stored.invoice().id().value();
        return new SummaryTrial.Tried(
                stored.invoice().numbering().number(),
                rows(stored, Optional.ofNullable(kept.get(id))),
                rows(stored, Optional.ofNullable(arranged.rows().get(id))),
                Optional.ofNullable(arranged.plain().get(id)));
    }

    private static List<SummaryTrial.Row> rows(InvoiceStore.Stored stored, Optional<SummarisedLines> summary) {
        return DocumentLines.rows(stored, summary).stream()
                .map(RehearseSummaries::row)
                .toList();
    }

    private static SummaryTrial.Row row(DocumentData.Line line) {
        if (line.isWords()) {
            return new SummaryTrial.Row(line.text(), "", "", "", "");
        }
        var quantity = (line.quantity() + " " + line.measure()).strip();
        return new SummaryTrial.Row(
                line.text(),
                line.note(),
                quantity,
                line.unit().toDecimal(),
                line.amount().toDecimal());
    }
}
