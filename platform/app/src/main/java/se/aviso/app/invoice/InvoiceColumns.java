package se.aviso.app.invoice;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.screen.Texts;
import se.aviso.app.sheet.Cell;

/** What a list of invoices has in a file, column by column, in a language. */
final class InvoiceColumns {
    private static final List<String> COLUMNS = List.of(
            "number",
            "kind",
            "occasion",
            "ocr",
            "memberNumber",
            "payer",
            "group",
            "seller",
            "total",
            "open",
            "currency",
            "issued",
            "due",
            "settlement",
            "reminders",
            "channel",
            "delivery",
            "run");

    private final Locale language;

    InvoiceColumns(Locale language) {
        this.language = language;
    }

    String title() {
        return word("invoice.title");
    }

    List<String> header() {
        return COLUMNS.stream().map(column -> word("invoice.column." + column)).toList();
    }

    /**
     * A row.
     *
     * @param hidden true for somebody whose whereabouts are kept from the caller: then neither name nor group is given,
     *     for a file goes on to whoever it is sent to
     */
    List<Cell> cells(InvoiceListed listed, boolean hidden) {
        var row = listed.row();
        return Stream.of(what(listed, hidden), money(row), fate(listed))
                .flatMap(List::stream)
                .toList();
    }

    private List<Cell> what(InvoiceListed listed, boolean hidden) {
        var row = listed.row();
        return List.of(
                new Cell.Whole(Long.parseLong(row.number())),
                text(of(row.kind())),
                text(of(row.occasion())),
                text(row.ocr()),
                new Cell.Whole(row.memberNumber()),
                text(hidden ? word("invoice.column.hidden") : listed.payer()),
                text(hidden ? "" : listed.groupName()),
                text(hidden ? "" : listed.sellerName()));
    }

    private static List<Cell> money(InvoiceRow row) {
        return List.of(
                Cell.amount(row.signedTotal()),
                Cell.amount(row.open()),
                text(row.currency()),
                new Cell.Day(row.issuedOn()),
                new Cell.Day(row.dueOn()));
    }

    private List<Cell> fate(InvoiceListed listed) {
        var row = listed.row();
        var settled = row.settlement().map(this::of).or(() -> row.offer().map(this::of));
        return List.of(
                text(row.document() == InvoiceRow.Document.CREDITED ? of(row.document()) : settled.orElse("")),
                new Cell.Whole(row.dunningLevel()),
                text(listed.delivery()
                        .map(sent -> word("invoice.channel." + sent.channel()))
                        .orElse("")),
                text(listed.delivery().map(sent -> of(sent.state())).orElse("")),
                text(row.runId().map(UUID::toString).orElse("")));
    }

    private String of(Enum<?> constant) {
        return word("invoice." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    private String word(String key) {
        return Texts.text(key, language);
    }

    private static Cell text(String text) {
        return new Cell.Text(text);
    }
}
