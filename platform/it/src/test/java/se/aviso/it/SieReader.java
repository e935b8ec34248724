package se.aviso.it;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads SIE files of type 4 as a strict accounting system does: code page 437, records of fields in the order of the
 * format, objects that are declared, vouchers in braces that balance. It shares nothing with what writes them.
 */
public final class SieReader {
    private static final Charset PC8 = Charset.forName("IBM437");

    /** What may stand, in this order. */
    private static final List<Set<String>> SECTIONS = List.of(
            Set.of("#FLAGGA"),
            Set.of("#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#PROSA", "#ORGNR", "#FNAMN", "#VALUTA"),
            Set.of("#DIM", "#UNDERDIM", "#OBJEKT"),
            Set.of("#VER", "{", "#TRANS", "}"));

    /** Dimensions that every system has: cost centres and projects. */
    private static final Set<String> RESERVED = Set.of("1", "6");

    private static final int TRANS_FIELDS = 6;
    private static final int VER_FIELDS = 5;

    private final Map<String, List<String>> head = new TreeMap<>();
    private final Set<String> dimensions = new TreeSet<>();
    private final Set<Map.Entry<String, String>> objects = new HashSet<>();
    private final List<Voucher> vouchers = new ArrayList<>();
    private int section;
    private @Nullable Voucher announced;
    private @Nullable Voucher open;

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
        require(text.endsWith("\n"), "the last record has no end");
        for (var line : text.split("\n", -1)) {
            var record = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            var fields = fields(record);
            if (!fields.isEmpty()) {
                reader.record(fields, record);
            }
        }
        require(reader.announced == null && reader.open == null, "the end is within a voucher");
        reader.requireHead();
        return reader;
    }

    private void record(List<String> fields, String line) {
        var label = fields.get(0);
        while (section < SECTIONS.size() && !SECTIONS.get(section).contains(label)) {
            section++;
        }
        require(section < SECTIONS.size(), "unknown, or too late: " + line);
        require(label.equals("{") == (announced != null), line);
        switch (label) {
            case "#DIM", "#UNDERDIM" -> dimension(fields, line);
            case "#OBJEKT" -> object(fields, line);
            case "#VER" -> announced = announced(fields, line);
            case "{" -> {
                open = announced;
                announced = null;
            }
            case "#TRANS" -> {
                var voucher = opened(line);
                voucher.rows().add(row(fields, voucher.day()));
            }
            case "}" -> {
                close(opened(line));
                open = null;
            }
            default -> require(head.put(label, fields.subList(1, fields.size())) == null, "a second time: " + line);
        }
    }

    /** What a receiver asks for, and as it asks for it. */
    private void requireHead() {
        for (var said : Map.of("#FLAGGA", "0", "#FORMAT", "PC8", "#SIETYP", "4").entrySet()) {
            require(head(said.getKey()).equals(List.of(said.getValue())), said.getKey() + " " + head(said.getKey()));
        }
        require(head("#PROGRAM").size() == 2 && head("#GEN").size() == 1, "no program or no day");
        day(head("#GEN").get(0));
        require(head("#FNAMN").size() == 1 && !head("#FNAMN").get(0).isBlank(), "no company");
    }

    /** A part of another names it as the last field, and stands behind it. */
    private void dimension(List<String> fields, String line) {
        var under = fields.get(0).equals("#UNDERDIM");
        require(fields.size() == (under ? 4 : 3) && fields.get(1).matches("[1-9][0-9]*"), line);
        require(!under || isDeclared(fields.get(3)), "under an undeclared dimension: " + line);
        require(dimensions.add(fields.get(1)), "a second time: " + line);
    }

    private void object(List<String> fields, String line) {
        require(fields.size() == 4 && isDeclared(fields.get(1)), "of an undeclared dimension: " + line);
        require(objects.add(Map.entry(fields.get(1), fields.get(2))), "a second time: " + line);
    }

    private boolean isDeclared(String dimension) {
        return RESERVED.contains(dimension) || dimensions.contains(dimension);
    }

    /** Its number is left to the receiver. */
    private Voucher announced(List<String> fields, String line) {
        require(open == null && fields.size() == VER_FIELDS && fields.get(2).isEmpty(), line);
        return new Voucher(day(fields.get(3)), fields.get(4), new ArrayList<>());
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

    private Row row(List<String> fields, LocalDate day) {
        require(fields.size() == TRANS_FIELDS && day(fields.get(4)).equals(day), "a row " + fields);
        require(fields.get(1).matches("[1-9][0-9]{3}"), "the account of " + fields);
        var amount = fields.get(3);
        require(amount.matches("-?[0-9]+(\\.[0-9]{1,2})?"), amount);
        return new Row(
                Integer.parseInt(fields.get(1)),
                named(fields.get(2)),
                new BigDecimal(amount).movePointRight(2).longValueExact(),
                fields.get(5));
    }

    /** What a row is for: pairs of a dimension and an object, all of them declared. */
    private Map<String, String> named(String list) {
        var words = fields(list);
        require(words.size() % 2 == 0, "a dimension without an object: " + list);
        var named = new TreeMap<String, String>();
        for (var at = 0; at < words.size(); at += 2) {
            var object = Map.entry(words.get(at), words.get(at + 1));
            require(isDeclared(object.getKey()) && objects.contains(object), "an undeclared object: " + list);
            require(named.put(object.getKey(), object.getValue()) == null, "a dimension twice: " + list);
        }
        return named;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Fields with blanks or tabs between; quotes and braces hold one together, and a list keeps its inner quotes. */
    private static List<String> fields(String record) {
        require(record.chars().allMatch(each -> each == '\t' || (each >= ' ' && each != 127)), "control characters");
        var fields = new ArrayList<String>();
        var at = 0;
        while (at < record.length()) {
            var letter = record.charAt(at);
            if (letter == ' ' || letter == '\t') {
                at++;
            } else if (letter == '"') {
                var end = quoteEnd(record, at);
                fields.add(record.substring(at + 1, end).replace("\\\"", "\""));
                at = apart(record, end);
            } else if (letter == '{' && record.length() > 1) {
                var end = listEnd(record, at);
                fields.add(record.substring(at + 1, end));
                at = apart(record, end);
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

    /** Behind a quote or a list, where a blank or the end must be. */
    private static int apart(String record, int end) {
        require(end + 1 == record.length() || " \t".indexOf(record.charAt(end + 1)) >= 0, "no blank in " + record);
        return end + 1;
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

    private Voucher opened(String line) {
        return Optional.ofNullable(open)
                .orElseThrow(() -> new IllegalStateException("no SIE file: outside of a voucher: " + line));
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("no SIE file: " + what);
        }
    }
}
