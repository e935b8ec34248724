package se.aviso.app.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.aviso.app.screen.Texts;
import se.aviso.app.sheet.Cell;
import se.aviso.app.sheet.SheetFormat;
import se.aviso.simulation.MonthTally;

/** The result of a simulation as a file: a row for each month and group, last year's figures behind. */
final class SimulationColumns {
    private static final List<String> FIGURES =
            List.of("invoices", "invoiced", "offers", "reminders", "lapses", "paid", "letters", "emails", "postage");

    private SimulationColumns() {}

    static void write(Simulation simulation, List<FindSimulations.OfGroup> rows, Locale language, OutputStream out)
            throws IOException {
        var header = Stream.of(
                        Stream.of("month", "group"),
                        FIGURES.stream(),
                        FIGURES.stream().map(figure -> "lastYear." + figure))
                .flatMap(words -> words)
                .map(word -> Texts.text("simulation.column." + word, language))
                .toList();
        try (var sheet = SheetFormat.CSV.begin(out, "", header)) {
            for (var row : rows) {
                sheet.row(Stream.of(
                                List.<Cell>of(new Cell.Text(row.month().toString()), new Cell.Text(row.groupName())),
                                figures(row.simulated(), simulation.question().costs()),
                                figures(row.lastYear(), simulation.question().costs()))
                        .flatMap(List::stream)
                        .toList());
            }
        }
    }

    private static List<Cell> figures(MonthTally tally, Simulation.Costs costs) {
        return List.of(
                new Cell.Whole(tally.invoices()),
                Cell.amount(tally.invoiced().toDecimal()),
                new Cell.Whole(tally.offers()),
                new Cell.Whole(tally.reminders()),
                new Cell.Whole(tally.lapses()),
                Cell.amount(tally.paid().toDecimal()),
                new Cell.Whole(tally.letters()),
                new Cell.Whole(tally.emails()),
                Cell.amount(tally.postage(costs.letter(), costs.email()).toDecimal()));
    }
}
