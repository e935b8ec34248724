package se.aviso.it;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads SIE files of type 4 as an accounting system does: code page 437, records of fields, vouchers in braces that
 * balance. It shares nothing with what writes them.
 */
public final class SieReader {
    private static final Charset PC8 = Charset.forName("IBM437");

    private final Map<String, List<String>> head = new TreeMap<>();
    private final List<Voucher> vouchers = new ArrayList<>();

    /** A voucher and its rows. */
    public record Voucher(LocalDate day, String text, List<Row> rows) {}

    /** A row; debit above nothing. */
    public record Row(int account, Map<String, String> objects, long ore, String text) {}

    private SieReader() {}

    /**
     * Reads a whole file.
     *
     * @throws IllegalStateException at the first record that such a file must not have
     */
    public static SieReader read(byte[] bytes) {
        var reader = new SieReader();
        var text = new String(bytes, PC8);
        if (!text.endsWith("\n")) {
            throw new IllegalStateException("the last record has no end");
        }
        @Nullable Voucher open = null;
        for (var line : text.lines().toList()) {
            var fields = fields(line);
            switch (fields.isEmpty() ? "" : fields.get(0)) {
                case "" -> {}
                case "{" -> require(open != null, line);
                case "}" -> {
                    reader.close(opened(open, line));
                    open = null;
                }
                case "#VER" -> {
                    require(open == null, line);
                    open = new Voucher(day(fields.get(3)), fields.get(4), new ArrayList<>());
                }
                case "#TRANS" -> {
                    opened(open, line).rows().add(row(fields));
                }
                default -> {
                    require(open == null && fields.get(0).matches("#[A-Z]+"), line);
                    reader.head.put(fields.get(0), fields.subList(1, fields.size()));
                }
            }
        }
        require(open == null, "the end");
        for (var label : List.of("#FLAGGA", "#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#FNAMN")) {
            require(reader.head.containsKey(label), "no " + label);
        }
        return reader;
    }

    public List<Voucher> vouchers() {
        return vouchers;
    }

    /** The fields of a record of the head. */
    List<String> head(String label) {
        return head.getOrDefault(label, List.of());
    }

    /** What each account has on its sides: debit, credit, in öre. */
    public Map<Integer, List<Long>> sides() {
        var sides = new TreeMap<Integer, List<Long>>();
        for (var voucher : vouchers) {
            for (var row : voucher.rows()) {
                var one = List.of(Math.max(row.ore(), 0), Math.max(-row.ore(), 0));
                sides.merge(row.account(), one, (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
            }
        }
        return sides;
    }

    private void close(Voucher voucher) {
        var sum = voucher.rows().stream().mapToLong(Row::ore).sum();
        require(sum == 0 && !voucher.rows().isEmpty(), "a voucher out of balance by " + sum);
        vouchers.add(voucher);
    }

    private static Row row(List<String> fields) {
        var amount = fields.get(3);
        require(amount.matches("-?[0-9]+(\\.[0-9]{1,2})?"), amount);
        var objects = fields(fields.get(2));
        var named = new TreeMap<String, String>();
        for (var at = 0; at + 1 < objects.size(); at += 2) {
            named.put(objects.get(at), objects.get(at + 1));
        }
        return new Row(
                Integer.parseInt(fields.get(1)),
                named,
                new BigDecimal(amount).movePointRight(2).longValueExact(),
                fields.size() > 5 ? fields.get(5) : "");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Fields with blanks or tabs between; quotes and braces hold one together, and a list keeps its inner quotes. */
    private static List<String> fields(String record) {
        var fields = new ArrayList<String>();
        var at = 0;
        while (at < record.length()) {
            var letter = record.charAt(at);
            require(letter == '\t' || (letter >= ' ' && letter != 127), "a control character in " + record);
            if (letter == ' ' || letter == '\t') {
                at++;
            } else if (letter == '"') {
                var end = quoteEnd(record, at);
                fields.add(record.substring(at + 1, end).replace("\\\"", "\""));
                at = end + 1;
            } else if (letter == '{' && record.length() > 1) {
                var end = listEnd(record, at);
                fields.add(record.substring(at + 1, end));
                at = end + 1;
            } else {
                var end = at;
                while (end < record.length() && record.charAt(end) != ' ' && record.charAt(end) != '\t') {
                    end++;
                }
                fields.add(record.substring(at, end));
                at = end;
            }
        }
        return fields;
    }

    private static int quoteEnd(String record, int start) {
        for (var at = start + 1; at < record.length(); at++) {
            if (record.charAt(at) == '"' && record.charAt(at - 1) != '\\') {
                return at;
            }
        }
        throw new IllegalStateException("a quote without an end: " + record);
    }

    private static int listEnd(String record, int start) {
        for (var at = start + 1; at < record.length(); at++) {
            if (record.charAt(at) == '"') {
                at = quoteEnd(record, at);
            } else if (record.charAt(at) == '}') {
                return at;
            }
        }
        throw new IllegalStateException("a list without an end: " + record);
    }

    private static Voucher opened(@Nullable Voucher open, String line) {
        if (open == null) {
            throw new IllegalStateException("no SIE file: outside of a voucher: " + line);
        }
        return open;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("no SIE file: " + what);
        }
    }
}
