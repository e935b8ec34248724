package se.aviso.bank.swish;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.aviso.bank.swish.Columns.Column;
import se.aviso.bank.swish.Transaction.Direction;
import se.aviso.banktext.Problems;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Place;

/**
 * Swedbank's report: a title, the names of the columns, and a row for each transaction. It does not say where it ends.
 *
 * <p>Columns are known by their names, in any order. The bank gives no name to a transaction: day, time, payer, amount
 * and message tell it, and a running number those that are alike in all of them. A comma behind the payer's name begins
 * the message, whichever of the two it was written in.
 */
final class Swedbank implements Layout {
    private static final Set<String> NEEDED =
            Set.of("BOKFDAG", "TRANSDAG", "MOTTAGARNR", "AVSÄNDARNR", "AVSÄNDARNAMN", "MEDDELANDE", "TID", "BELOPP");
    private static final String DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})?";
    private static final Map<String, Column> KNOWN = Map.ofEntries(
            Map.entry("RADNR", Column.of("RADNR", "[0-9]*")),
            Map.entry("BOKFDAG", Column.of("BOKFDAG", DAY)),
            Map.entry("TRANSDAG", Column.of("TRANSDAG", DAY)),
            Map.entry("VALUTADAG", Column.of("VALUTADAG", DAY)),
            Map.entry("MOTTAGARNR", Column.of("MOTTAGARNR", "[+0-9 -]*")),
            Map.entry("MOTTAGARNAMN", Column.text("MOTTAGARNAMN", ".*")),
            Map.entry("AVSÄNDARNR", Column.of("AVSÄNDARNR", "[+0-9 -]{6,}")),
            Map.entry("AVSÄNDARNAMN", Column.of("AVSÄNDARNAMN", "[^0-9]*")),
            Map.entry("MEDDELANDE", Column.text("MEDDELANDE", ".*")),
            Map.entry("TID", Column.anchor("TID", "[0-9]{2}:[0-9]{2}(:[0-9]{2})?")),
            Map.entry("BELOPP", Column.of("BELOPP", "[-+]?[0-9 ]+([.,][0-9]{2})?")));

    private final BankFileSink sink;
    private final Problems problems;
    private final TransactionBooking booking;
    private final Map<String, Integer> positions = new HashMap<>();
    private Columns columns = new Columns(List.of());
    private String title = "";
    private char separator = ',';
    private boolean endsInFigure;
    private long rows;

    Swedbank(BankFileSink sink, Problems problems, TransactionBooking booking) {
        this.sink = sink;
        this.problems = problems;
        this.booking = booking;
    }

    @Override
    public void take(Row row) {
        if (positions.isEmpty() && title.isEmpty() && row.text().contains("*")) {
            title = row.text().replace("\"", "").strip();
        } else if (positions.isEmpty()) {
            header(row);
        } else {
            rows++;
            transaction(row);
        }
    }

    private void header(Row row) {
        separator = List.of(',', ';', '\t').stream()
                .filter(each -> row.fields(each).size() >= NEEDED.size())
                .findFirst()
                .orElse(',');
        var names = row.fields(separator).stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
        if (!names.containsAll(NEEDED) || Set.copyOf(names).size() < names.size()) {
            problems.stop("NO_HEADER", "the names of the columns are missing, or one stands twice", row.place());
            return;
        }
        names.forEach(name -> positions.put(name, positions.size()));
        endsInFigure = NEEDED.contains(names.get(names.size() - 1));
        columns = new Columns(names.stream()
                .map(name -> KNOWN.getOrDefault(name, Column.of(name, ".*")))
                .toList());
        sink.fileOpened(new FileStart(title, false));
    }

    private void transaction(Row row) {
        var written = row.fields(separator);
        var told = columns.tell(written, separator);
        if (!row.ended() && endsInFigure) {
            problems.stop("TRUNCATED", "the last row has no line end, so its last figure may be cut", row.place());
        } else if (told.isEmpty()) {
            var text = "the row has " + written.size() + " fields, the report has "
                    + columns.columns().size() + " columns";
            problems.fatal("BAD_FIELDS", text, row.place());
        } else {
            checkNumber(field(told.get(), "RADNR"), row.place());
            book(told.get(), row.place());
        }
    }

    /** A row that is missing or moved is all that such a report can tell of damage. */
    private void checkNumber(String number, Place place) {
        if (!number.isEmpty() && !number.equals(Long.toString(rows))) {
            problems.fatal("ROW_NUMBER", "this is row " + rows + " of the report, and not the one it says", place);
        }
    }

    private void book(List<String> fields, Place place) {
        var reader = new FieldReader(problems, place);
        var paidTo = reader.paidTo(field(fields, "MOTTAGARNR"), field(fields, "KONTONR"));
        var day = reader.day(field(fields, "BOKFDAG"), field(fields, "TRANSDAG"));
        var ore = reader.amount(field(fields, "BELOPP"));
        if (!paidTo.isEmpty() && day.isPresent() && ore.isPresent()) {
            var mobile = field(fields, "AVSÄNDARNR");
            var message = field(fields, "MEDDELANDE");
            var direction = ore.getAsLong() < 0 ? Direction.BACK : Direction.IN;
            var amount = Money.ore(Math.abs(ore.getAsLong()));
            var name = FieldReader.nameOf(
                    field(fields, "TRANSDAG"), field(fields, "TID"), mobile, amount.toString(), message);
            var payer = FieldReader.payer(mobile, field(fields, "AVSÄNDARNAMN"));
            var words = new Transaction.Words(message, field(fields, "ORDERREFERENS"));
            booking.book(new Transaction(paidTo, day.get(), direction, amount, name, payer, words), place);
        }
    }

    private String field(List<String> fields, String name) {
        var at = positions.getOrDefault(name, -1);
        return at < 0 ? "" : fields.get(at);
    }

    @Override
    public void finish(Place end) {
        if (positions.isEmpty()) {
            problems.stop("TRUNCATED", "the report ends before the names of its columns", end);
            return;
        }
        booking.close(end);
        problems.note("NO_TOTALS", "the report has no totals: that no row is missing at its end cannot be told", end);
        sink.fileClosed();
    }
}
