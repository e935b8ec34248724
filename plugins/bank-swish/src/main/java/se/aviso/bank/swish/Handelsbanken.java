package se.aviso.bank.swish;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.aviso.bank.swish.Columns.Column;
import se.aviso.bank.swish.Transaction.Direction;
import se.aviso.banktext.Problems;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Place;

/**
 * Handelsbanken's report: a start record (01), a record for each transaction (02), an end record with their number
 * (03).
 */
final class Handelsbanken implements Layout {
    private static final List<Column> FIRST = List.of(
            Column.of("record", "02"),
            Column.of("organisation", "[0-9-]*"),
            Column.of("account", "[0-9A-Z ]*"),
            Column.of("bic", "[A-Z0-9]*"),
            Column.of("swish", "[0-9 ]*"),
            Column.of("date", "[0-9-]*"),
            Column.of("type", "[A-Z]{3}"),
            Column.of("amount", "[-+]?[0-9 ]+([.,][0-9]{2})?"),
            Column.of("currency", "[A-Z]{3}"),
            Column.of("mobile", "[+0-9 -]*"),
            Column.text("name", "[^0-9]*"),
            Column.of("reference", "(?=.*[0-9])[0-9A-Za-z-]{6,}"),
            Column.text("message", ".*"),
            Column.of("order", "[^ ]*"),
            Column.anchor("time", "[0-9]{4}-[0-9]{2}-[0-9]{2}T.*"));
    private static final List<Column> LATER = List.of(
            Column.of("booked", "([0-9]{4}-[0-9]{2}-[0-9]{2})?"),
            Column.of("instruction", "[^ ]*"),
            Column.of("end to end", "[^ ]*"));

    /** Older reports end with the time, newer ones have up to three fields more. */
    private static final List<Columns> LAYOUTS = IntStream.rangeClosed(0, LATER.size())
            .mapToObj(later -> Stream.concat(FIRST.stream(), LATER.stream().limit(later)))
            .map(columns -> new Columns(columns.toList()))
            .toList();

    private final char separator;
    private final BankFileSink sink;
    private final Problems problems;
    private final TransactionBooking booking;
    private long transactions;
    private boolean started;
    private boolean ended;

    Handelsbanken(char separator, BankFileSink sink, Problems problems, TransactionBooking booking) {
        this.separator = separator;
        this.sink = sink;
        this.problems = problems;
        this.booking = booking;
    }

    @Override
    public void take(Row row) {
        var fields = row.fields(separator);
        if (ended) {
            problems.stop("RECORD_AFTER_END", "a record follows the end record (03)", row.place());
        } else if (fields.get(0).equals("01")) {
            start(fields, row.place());
        } else if (fields.get(0).equals("02")) {
            transactions++;
            transaction(fields, row.place());
        } else if (fields.get(0).equals("03")) {
            end(fields, row.place());
        } else {
            problems.stop("BAD_RECORD", "the row does not begin with a record type", row.place());
        }
    }

    private void start(List<String> fields, Place place) {
        if (started) {
            problems.stop("SECOND_START", "a second start record (01)", place);
            return;
        }
        started = true;
        var identity = fields.stream().skip(1).filter(field -> !field.isEmpty()).collect(Collectors.joining(" "));
        sink.fileOpened(new FileStart(identity, false));
    }

    /** The fields of the layout that fits, else of the one way in which the row makes sense. */
    private Optional<List<String>> told(List<String> fields) {
        if (LAYOUTS.stream().anyMatch(layout -> layout.fit(fields))) {
            return Optional.of(fields);
        }
        var ways = LAYOUTS.stream()
                .flatMap(layout -> layout.ways(fields, separator).stream())
                .toList();
        return ways.size() == 1 ? Optional.of(ways.get(0)) : Optional.empty();
    }

    private void transaction(List<String> written, Place place) {
        var told = told(written);
        if (told.isEmpty()) {
            problems.fatal("BAD_FIELDS", "the row has " + written.size() + " fields, which is no layout", place);
            return;
        }
        var reader = new FieldReader(problems, place);
        var fields = told.get();
        var paidTo = reader.paidTo(fields.get(4), fields.get(2));
        var direction = direction(fields.get(6), place);
        var day = reader.day(fields.size() > FIRST.size() ? fields.get(15) : "", fields.get(5));
        var ore = reader.amount(fields.get(7));
        if (!fields.get(8).equals("SEK")) {
            problems.fatal("BAD_CURRENCY", "the currency is not SEK", place);
        } else if (ore.isPresent()
                && ore.getAsLong() < 0
                && direction.filter(Direction.IN::equals).isPresent()) {
            problems.fatal("BAD_AMOUNT", "a payment (SWH) of less than nothing", place);
        } else if (!paidTo.isEmpty() && direction.isPresent() && day.isPresent() && ore.isPresent()) {
            var amount = Money.ore(Math.abs(ore.getAsLong()));
            var payer = FieldReader.payer(fields.get(9), fields.get(10));
            var words = new Transaction.Words(fields.get(12), fields.get(13));
            var named = fields.get(11).matches("[0-9A-Za-z-]{1,64}");
            var name = named ? fields.get(11) : nameOf(fields);
            var transaction = new Transaction(paidTo, day.get(), direction.get(), amount, name, payer, words);
            if (named) {
                booking.bookNamed(transaction, place);
            } else {
                booking.book(transaction, place);
            }
        }
    }

    /** What tells a transaction of which the bank's reference is missing, or is none. */
    private static String nameOf(List<String> fields) {
        return FieldReader.nameOf(fields.get(14), fields.get(7), fields.get(9), fields.get(11), fields.get(12));
    }

    private Optional<Direction> direction(String type, Place place) {
        return switch (type) {
            case "SWH" -> Optional.of(Direction.IN);
            case "SWR" -> Optional.of(Direction.BACK);
            case "SWT", "SWZ" -> Optional.of(Direction.OWN_RETURNED);
            case "SWU" -> Optional.of(Direction.OUT);
            default -> {
                problems.fatal("BAD_INDICATOR", "the type of the transaction is none that is known", place);
                yield Optional.empty();
            }
        };
    }

    private void end(List<String> fields, Place place) {
        ended = true;
        booking.close(place);
        var declared = fields.size() > 1 ? fields.get(1) : "";
        if (!declared.matches("[0-9]{1,9}")) {
            problems.fatal("BAD_COUNT", "the number of transactions is no number", place);
        } else if (Long.parseLong(declared) != transactions) {
            var text = "the report declares " + declared + " transactions, " + transactions + " were read";
            problems.fatal("FILE_COUNT", text, place);
        }
    }

    @Override
    public void finish(Place end) {
        if (ended) {
            sink.fileClosed();
        } else {
            problems.stop("TRUNCATED", "the report ends without an end record (03)", end);
        }
    }
}
