package se.aviso.app.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import se.aviso.kernel.RuleViolation;

/**
 * Reads a list that somebody hands in, chunk by chunk, and knows the line that each row begins on.
 *
 * <p>The first line names the columns, in English or Swedish and in any order, parted by commas, or by semicolons or
 * tabs as Swedish spreadsheets have it.
 */
public final class CsvList {
    private static final char[] PARTED_BY = {',', ';', '\t'};
    private static final int LONGEST_HEADER = 4_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MOST_ROWS = 200_000;
    private static final int LONGEST_CELL = 500;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Columns known;
    private int taken;
    private List<String> columns;

    private CsvList(CSVParser parser, Columns known) {
        this.parser = parser;
        this.records = parser.iterator();
        this.known = known;
        this.columns = known.names();
    }

    /**
     * The columns that a list can have.
     *
     * @param swedish what they are called in Swedish, in the same order
     * @param needed how many of the first ones every list must have
     * @param told how many of the first ones are told of when the header is wrong
     */
    public record Columns(List<String> names, List<String> swedish, int needed, int told) {
        /** @throws IllegalArgumentException when a column has no Swedish name */
        public Columns {
            names = List.copyOf(names);
            swedish = List.copyOf(swedish);
            if (names.size() != swedish.size()) {
                throw new IllegalArgumentException("a column without a Swedish name");
            }
        }

        /** The column that is meant; what is no column stays as it is. */
        private String meant(String named) {
            var at = swedish.indexOf(named.toLowerCase(Locale.ROOT));
            return at < 0 ? named : names.get(at);
        }
    }

    /** A row as it is written, its cells in the order of the known columns; short rows have empty ones at the end. */
    public record Row(long line, List<String> cells) {}

    /** Begins to read; refuses columns that it does not know, and a list without those that are needed. */
    public static CsvList open(Reader csv, Columns known) {
        try {
            var reader = withoutMark(csv);
            var format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(partedBy(reader))
                    .setTrim(true)
                    .get();
            var list = new CsvList(
                    CSVParser.builder().setReader(reader).setFormat(format).get(), known);
            list.requireHeader();
            return list;
        } catch (IOException unreadable) {
            throw fault(unreadable, 1);
        }
    }

    /** The next rows, at most so many; none at the end. Lines without text are passed over. */
    public List<Row> next(int most) {
        var rows = new ArrayList<Row>();
        while (rows.size() < most) {
            var line = parser.getCurrentLineNumber() + 1;
            var cells = record(line);
            if (cells.isEmpty()) {
                break;
            }
            if (!cells.equals(List.of(""))) {
                requireRoom();
                rows.add(new Row(line, whole(cells, line)));
            }
        }
        return rows;
    }

    private void requireRoom() {
        if (++taken > MOST_ROWS) {
            throw RuleViolation.of("csv-long", Map.of("most", Integer.toString(MOST_ROWS)));
        }
    }

    private void requireHeader() {
        columns = record(1).stream().map(known::meant).toList();
        if (!known.names().containsAll(columns)
                || !columns.containsAll(known.names().subList(0, known.needed()))
                || Set.copyOf(columns).size() < columns.size()) {
            var header = String.join(",", known.names().subList(0, known.told()));
            throw RuleViolation.of("csv-header", Map.of("header", header));
        }
    }

    /** What stands most often between the names of the columns. */
    private static char partedBy(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        var start = new char[LONGEST_HEADER - 1];
        var read = Math.max(0, reader.read(start));
        reader.reset();
        var header = new String(start, 0, read).lines().findFirst().orElse("");
        var most = PARTED_BY[0];
        for (var sign : PARTED_BY) {
            most = count(header, sign) > count(header, most) ? sign : most;
        }
        return most;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }

    private List<String> record(long line) {
        try {
            return records.hasNext() ? records.next().toList() : List.of();
        } catch (UncheckedIOException unreadable) {
            throw fault(unreadable.getCause(), line);
        }
    }

    /** The cells in the order of the known columns. */
    private List<String> whole(List<String> cells, long line) {
        if (cells.size() > columns.size()) {
            throw RuleViolation.of("csv-malformed", Map.of("line", Long.toString(line)));
        }
        if (cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw RuleViolation.of(
                    "csv-cell", Map.of("line", Long.toString(line), "most", Integer.toString(LONGEST_CELL)));
        }
        return known.names().stream()
                .map(columns::indexOf)
                .map(at -> at < 0 || at >= cells.size() ? "" : cells.get(at))
                .toList();
    }

    private static RuleViolation fault(@Nullable Throwable unreadable, long line) {
        return unreadable instanceof CharacterCodingException
                ? RuleViolation.of("csv-not-utf8", Map.of())
                : RuleViolation.of("csv-malformed", Map.of("line", Long.toString(line)));
    }

    private static BufferedReader withoutMark(Reader csv) throws IOException {
        var reader = new BufferedReader(csv);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
