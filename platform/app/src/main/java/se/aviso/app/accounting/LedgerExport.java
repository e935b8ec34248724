package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.accounting.Side;
import se.aviso.app.screen.Texts;
import se.aviso.app.sheet.Cell;
import se.aviso.app.sheet.Sheet;
import se.aviso.app.sheet.SheetFormat;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;

/** The books as files for a spreadsheet, part by part: each part is a transaction of its own. */
@ApplicationScoped
public class LedgerExport {
    private static final int ROWS = 2_000;
    private static final List<String> OF_ENTRIES = List.of(
            "bookedOn",
            "happenedOn",
            "kind",
            "seller",
            "account",
            "debit",
            "credit",
            "currency",
            "invoice",
            "payment",
            "entry");
    private static final List<String> OF_BALANCES =
            List.of("seller", "account", "name", "debit", "credit", "balance", "currency");

    @Inject
    FindLedgerEntries entries;

    @Inject
    FindLedgerBalances balances;

    /** Whose balances, as of which day. */
    record Balances(LedgerScope scope, LocalDate asOf) {}

    /** The name of the file, as the header has it. */
    static String named(String name, SheetFormat format) {
        return "attachment; filename=\"" + name + "." + format.ending() + "\"";
    }

    /** Writes the postings of entries, the newest first. */
    void entries(FindLedgerEntries.Wanted wanted, SheetFormat format, Locale language, OutputStream out)
            throws IOException {
        try (var sheet = format.begin(out, word("entries", language), header(OF_ENTRIES, language))) {
            var after = Optional.<Cursor>empty();
            do {
                var found = entries.page(wanted, new PageRequest(ROWS, after));
                for (var entry : found.subList(0, Math.min(ROWS, found.size()))) {
                    write(entry, sheet, language);
                }
                after = found.size() > ROWS
                        ? Optional.of(new Cursor("", found.get(ROWS - 1).id()))
                        : Optional.empty();
            } while (after.isPresent());
        }
    }

    /** Writes what stands on each seller's accounts. */
    void balances(Balances wish, SheetFormat format, Locale language, OutputStream out) throws IOException {
        try (var sheet = format.begin(out, word("title", language), header(OF_BALANCES, language))) {
            var after = Optional.<FindLedgerBalances.Place>empty();
            do {
                var found = balances.bySeller(wish.scope(), wish.asOf(), after, ROWS);
                for (var row : found) {
                    sheet.row(cells(row, language));
                }
                after = found.size() == ROWS ? Optional.of(place(found.get(ROWS - 1))) : Optional.empty();
            } while (after.isPresent());
        }
    }

    private static FindLedgerBalances.Place place(FindLedgerBalances.OfSeller last) {
        return new FindLedgerBalances.Place(
                last.seller(), last.balance().account(), last.balance().currency());
    }

    private static List<Cell> cells(FindLedgerBalances.OfSeller row, Locale language) {
        var balance = row.balance();
        return List.of(
                new Cell.Text(row.sellerName()),
                new Cell.Whole(balance.account()),
                new Cell.Text(balance.role()
                        .map(role -> word("AccountRole." + role.name(), language))
                        .orElse("")),
                Cell.amount(balance.debit()),
                Cell.amount(balance.credit()),
                Cell.amount(balance.balance()),
                new Cell.Text(balance.currency()));
    }

    private static void write(FindLedgerEntries.EntryBody entry, Sheet sheet, Locale language) throws IOException {
        for (var posting : entry.postings()) {
            sheet.row(Stream.of(head(entry, language), cells(posting), List.<Cell>of(text(Optional.of(entry.id()))))
                    .flatMap(List::stream)
                    .toList());
        }
    }

    private static List<Cell> head(FindLedgerEntries.EntryBody entry, Locale language) {
        return List.of(
                new Cell.Day(entry.bookedOn()),
                new Cell.Day(entry.happenedOn().orElse(entry.bookedOn())),
                new Cell.Text(word("EntryKind." + entry.kind().name(), language)),
                new Cell.Text(entry.sellerName()));
    }

    private static List<Cell> cells(FindLedgerEntries.PostingBody posting) {
        var amount = Cell.amount(posting.amount());
        return List.of(
                new Cell.Whole(posting.account()),
                posting.side() == Side.DEBIT ? amount : Cell.NOTHING,
                posting.side() == Side.CREDIT ? amount : Cell.NOTHING,
                new Cell.Text(posting.currency()),
                text(posting.invoiceId()),
                text(posting.paymentId()));
    }

    private static Cell text(Optional<UUID> id) {
        return id.<Cell>map(known -> new Cell.Text(known.toString())).orElse(Cell.NOTHING);
    }

    private static List<String> header(List<String> columns, Locale language) {
        return columns.stream()
                .map(column -> word("column." + column, language))
                .toList();
    }

    private static String word(String key, Locale language) {
        return Texts.text("accounting." + key, language);
    }
}
