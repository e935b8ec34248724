package se.aviso.app.member;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import se.aviso.kernel.RuleViolation;

/** Reads a list of members, chunk by chunk, and knows the line that each row begins on. */
final class MemberCsv {
    static final List<String> HEADER = List.of(
            "number", "group", "type", "givenName", "familyName", "born", "email", "street", "postalCode", "city");
    /** May stand behind the others. */
    static final String NUMBER = "personalNumber";

    private static final List<String> WITH_NUMBER =
            Stream.concat(HEADER.stream(), Stream.of(NUMBER)).toList();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int MOST_ROWS = 200_000;
    private static final int LONGEST_CELL = 500;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int taken;
    private int width = HEADER.size();

    private MemberCsv(CSVParser parser) {
        this.parser = parser;
        this.records = parser.iterator();
    }

    /** A row as it is written; short rows have empty columns at the end. */
    record Row(long line, List<String> columns) {
        String of(String column) {
            return columns.get(WITH_NUMBER.indexOf(column));
        }
    }

    /** Begins to read; refuses another header. */
    static MemberCsv open(Reader csv) {
        try {
            var format = CSVFormat.RFC4180.builder().setTrim(true).get();
            var list = new MemberCsv(CSVParser.builder()
                    .setReader(withoutMark(csv))
                    .setFormat(format)
                    .get());
            list.requireHeader();
            return list;
        } catch (IOException unreadable) {
            throw fault(unreadable, 1);
        }
    }

    /** The next rows, at most so many; none at the end. Lines without text are passed over. */
    List<Row> next(int most) {
        var rows = new ArrayList<Row>();
        while (rows.size() < most) {
            var line = parser.getCurrentLineNumber() + 1;
            var columns = record(line);
            if (columns.isEmpty()) {
                break;
            }
            if (!columns.equals(List.of(""))) {
                requireRoom();
                rows.add(new Row(line, whole(columns, line)));
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
        var header = record(1);
        if (!header.equals(HEADER) && !header.equals(WITH_NUMBER)) {
            throw RuleViolation.of("csv-header", Map.of("header", String.join(",", HEADER)));
        }
        width = header.size();
    }

    private List<String> record(long line) {
        try {
            return records.hasNext() ? records.next().toList() : List.of();
        } catch (UncheckedIOException unreadable) {
            throw fault(unreadable.getCause(), line);
        }
    }

    private List<String> whole(List<String> columns, long line) {
        if (columns.size() > width) {
            throw RuleViolation.of("csv-malformed", Map.of("line", Long.toString(line)));
        }
        if (columns.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw RuleViolation.of(
                    "csv-cell", Map.of("line", Long.toString(line), "most", Integer.toString(LONGEST_CELL)));
        }
        var whole = new ArrayList<>(columns);
        while (whole.size() < WITH_NUMBER.size()) {
            whole.add("");
        }
        return whole;
    }

    private static RuleViolation fault(@Nullable Throwable unreadable, long line) {
        return unreadable instanceof CharacterCodingException
                ? RuleViolation.of("csv-not-utf8", Map.of())
                : RuleViolation.of("csv-malformed", Map.of("line", Long.toString(line)));
    }

    private static Reader withoutMark(Reader csv) throws IOException {
        var reader = new PushbackReader(csv);
        var first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }
}
