package se.aviso.bank.swish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The columns of a layout, by which the fields of a row are told apart.
 *
 * <p>Banks do not say that they put quotes round a name or message that holds a separator, and people write commas. So
 * a row that does not fit is read in the one way in which every column makes sense; where there are two ways, or none,
 * nobody guesses.
 */
record Columns(List<Column> columns) {
    /** With more separators than this in its texts a row is not worth the trying. */
    private static final int MOST_EXTRA = 60;

    Columns {
        columns = List.copyOf(columns);
    }

    /** What a column may hold. */
    enum Kind {
        /** What the bank wrote, without separators. */
        PLAIN,
        /** What the bank wrote, and always in its shape: where it stands, the row is whole up to there. */
        ANCHOR,
        /** What people wrote: it may hold separators. */
        TEXT
    }

    /**
     * A column.
     *
     * @param shape what a field of it looks like; asked of an anchor, and of all where the row does not fit
     */
    record Column(String name, Pattern shape, Kind kind) {
        static Column of(String name, String shape) {
            return new Column(name, Pattern.compile(shape), Kind.PLAIN);
        }

        static Column anchor(String name, String shape) {
            return new Column(name, Pattern.compile(shape), Kind.ANCHOR);
        }

        static Column text(String name, String shape) {
            return new Column(name, Pattern.compile(shape), Kind.TEXT);
        }

        private boolean takes(String field) {
            return shape.matcher(field).matches();
        }
    }

    /** True when there is a field for each column, and the anchors stand where they should. */
    boolean fit(List<String> fields) {
        return fields.size() == columns.size()
                && IntStream.range(0, columns.size())
                        .filter(at -> columns.get(at).kind() == Kind.ANCHOR)
                        .allMatch(at -> columns.get(at).takes(fields.get(at)));
    }

    /** One field for each column, in their order; empty when there is no way to tell. */
    Optional<List<String>> tell(List<String> fields, char separator) {
        var ways = fit(fields) ? List.of(fields) : ways(fields, separator);
        return ways.size() == 1 ? Optional.of(ways.get(0)) : Optional.empty();
    }

    /** The ways to read a row so that all columns make sense; two are as good as more. */
    List<List<String>> ways(List<String> fields, char separator) {
        var extra = fields.size() - columns.size();
        var ways = new ArrayList<List<String>>();
        if (extra >= 0 && extra <= MOST_EXTRA) {
            new Search(fields, separator, ways).from(0, 0, new ArrayList<>());
        }
        return ways;
    }

    /** Tries each text column with one field, with two, with three. */
    private final class Search {
        private final List<String> fields;
        private final char separator;
        private final List<List<String>> ways;

        private Search(List<String> fields, char separator, List<List<String>> ways) {
            this.fields = fields;
            this.separator = separator;
            this.ways = ways;
        }

        private void from(int column, int field, List<String> told) {
            if (column == columns.size()) {
                if (field == fields.size() && ways.size() < 2) {
                    ways.add(List.copyOf(told));
                }
                return;
            }
            var here = columns.get(column);
            var most = fields.size() - field - (columns.size() - column - 1);
            for (var taken = 1; taken <= (here.kind() == Kind.TEXT ? most : 1); taken++) {
                var text = String.join(separator + " ", fields.subList(field, field + taken));
                if (here.takes(text)) {
                    told.add(text);
                    from(column + 1, field + taken, told);
                    told.remove(told.size() - 1);
                }
            }
        }
    }
}
