package se.aviso.app.member;

import java.io.Reader;
import java.util.List;
import java.util.stream.Stream;
import se.aviso.app.web.CsvList;

/** A list of members, read chunk by chunk. */
final class MemberCsv {
    static final List<String> HEADER = List.of(
            "number", "group", "type", "givenName", "familyName", "born", "email", "street", "postalCode", "city");
    /** May stand behind the others. */
    static final String NUMBER = "personalNumber";

    /** What the columns are called in Swedish, in the same order. */
    static final List<String> SWEDISH =
            List.of("nummer", "grupp", "typ", "förnamn", "efternamn", "född", "e-post", "gata", "postnummer", "ort");

    /** May stand behind that one, of organisations. */
    static final String PEPPOL = "peppol";

    static final String REFERENCE = "buyerReference";

    private static final List<String> ALL =
            Stream.concat(HEADER.stream(), Stream.of(NUMBER, PEPPOL, REFERENCE)).toList();
    private static final CsvList.Columns COLUMNS = new CsvList.Columns(
            ALL,
            Stream.concat(SWEDISH.stream(), Stream.of("personnummer", "peppol", "referens"))
                    .toList(),
            HEADER.indexOf("born") + 1,
            HEADER.size());

    private final CsvList list;

    private MemberCsv(CsvList list) {
        this.list = list;
    }

    /** A row as it is written; short rows have empty columns at the end. */
    record Row(long line, List<String> columns) {
        String of(String column) {
            return columns.get(ALL.indexOf(column));
        }
    }

    /** Begins to read; refuses columns that it does not know, and a list without those that are needed. */
    static MemberCsv open(Reader csv) {
        return new MemberCsv(CsvList.open(csv, COLUMNS));
    }

    /** The next rows, at most so many; none at the end. Lines without text are passed over. */
    List<Row> next(int most) {
        return list.next(most).stream()
                .map(row -> new Row(row.line(), row.cells()))
                .toList();
    }
}
