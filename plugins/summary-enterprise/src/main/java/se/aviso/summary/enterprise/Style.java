package se.aviso.summary.enterprise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.PluginContext;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.InvoiceLines.Line;
import se.aviso.spi.summary.SummarisedLines.LineRow;
import se.aviso.spi.summary.SummarisedLines.Row;
import se.aviso.spi.summary.SummarisedLines.Subtotal;

/**
 * What the customer wants.
 *
 * @param order of the kinds of lines; those that are not named come last, as they came
 * @param names what the lines of a kind are called, for those that are not called by their own text
 * @param subtotals the text of the sum of a kind, or of several ({@code MEMBERSHIP+DISCOUNT}), for those that have one
 * @param explanations what stands under the text of a kind's lines that have nothing of their own there
 */
record Style(List<String> order, boolean merge, Words names, Words subtotals, Words explanations) {
    /** The kind of lines that only say something. */
    private static final String WORDS = "TEXT";

    /**
     * Words for kinds of lines, on all documents or ({@code OFFER/MEMBERSHIP}) on those of one kind, which go first.
     */
    record Words(Map<String, String> said) {
        private static final Pattern AND = Pattern.compile("\\s*\\+\\s*");

        static Words of(String lines) {
            var said = new LinkedHashMap<String, String>();
            lines.lines()
                    .map(String::strip)
                    .filter(line -> line.indexOf('=') > 0)
                    .forEach(line -> {
                        var at = line.indexOf('=');
                        said.put(
                                AND.matcher(line.substring(0, at).strip()).replaceAll("+"),
                                line.substring(at + 1).strip());
                    });
            return new Words(said);
        }

        /** For a kind of line on a kind of document; empty words are none. */
        Optional<String> on(String document, String kind) {
            return Stream.of(document + "/" + kind, kind)
                    .flatMap(key -> Optional.ofNullable(said.get(key)).stream())
                    .findFirst()
                    .filter(words -> !words.isEmpty());
        }

        /**
         * For a sum of lines.
         *
         * @param summed the kinds of these lines; the words are for these alone, as far as the document has them
         * @param present all kinds of lines on the document
         */
        Optional<String> onSum(String document, Set<String> summed, Set<String> present) {
            return said.keySet().stream()
                    .map(key -> key.substring(key.indexOf('/') + 1))
                    .distinct()
                    .filter(kinds -> summed.equals(within(kinds, present)))
                    .flatMap(kinds -> on(document, kinds).stream())
                    .findFirst();
        }

        private static Set<String> within(String kinds, Set<String> present) {
            return Stream.of(kinds.split("\\+", -1)).filter(present::contains).collect(Collectors.toSet());
        }
    }

    static Style of(PluginContext context) {
        return new Style(
                List.copyOf(listed(context.setting("order", "MEMBERSHIP, ENTRY_FEE, PRODUCT, FREE, DISCOUNT"))),
                context.setting("merge", "true").equals("true"),
                Words.of(context.setting("names", "")),
                Words.of(context.setting("subtotals", "")),
                Words.of(context.setting("explanations", "")));
    }

    /** The names in a text with commas between them, in their order; none of an empty text. */
    static Set<String> listed(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Row> rows(InvoiceLines invoice) {
        var document = invoice.document();
        var byKind = new LinkedHashMap<String, List<Line>>();
        order.forEach(kind -> byKind.put(kind, new ArrayList<>()));
        invoice.lines()
                .forEach(line -> byKind.computeIfAbsent(line.kind(), kind -> new ArrayList<>())
                        .add(worded(document, line)));
        byKind.values().removeIf(List::isEmpty);
        return withSums(document, byKind);
    }

    private List<Row> withSums(String document, Map<String, List<Line>> byKind) {
        var rows = new ArrayList<Row>();
        var summed = new HashSet<String>();
        byKind.forEach((kind, own) -> {
            (merge ? merged(own) : own).forEach(line -> rows.add(new LineRow(line)));
            if (!kind.equals(WORDS) && summed.add(kind)) {
                subtotals.onSum(document, summed, byKind.keySet()).ifPresent(text -> {
                    rows.add(new Subtotal(text, sumSinceLast(rows)));
                    summed.clear();
                });
            }
        });
        return rows;
    }

    /**
     * A subtotal is of all lines above it, up to the subtotal before: it has a name only where it sums what it says.
     */
    private static Money sumSinceLast(List<Row> rows) {
        var sum = Money.ore(0);
        for (var at = rows.size() - 1; at >= 0 && rows.get(at) instanceof LineRow row; at--) {
            sum = sum.plus(row.line().amount());
        }
        return sum;
    }

    /** With the words that the customer wants; of a line that is called otherwise its own text stands below. */
    private Line worded(String document, Line line) {
        var name = names.on(document, line.kind())
                .filter(other -> !other.equals(line.text()) && !line.kind().equals(WORDS));
        var below = name.map(any -> Stream.of(line.text(), line.note()))
                .orElseGet(() -> Stream.of(
                        line.note().isEmpty()
                                ? explanations.on(document, line.kind()).orElse("")
                                : line.note()));
        var note = below.filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
        return new Line(
                line.kind(), name.orElse(line.text()), note, line.quantity(), line.unit(), line.vat(), line.measure());
    }

    private static List<Line> merged(List<Line> lines) {
        var merged = new LinkedHashMap<Alike, Line>();
        for (var line : lines) {
            var alike = new Alike(line.text(), line.note(), line.unit(), line.vat(), line.measure());
            merged.merge(
                    alike,
                    line,
                    (one, other) -> new Line(
                            one.kind(),
                            one.text(),
                            one.note(),
                            Math.addExact(one.quantity(), other.quantity()),
                            one.unit(),
                            one.vat(),
                            one.measure()));
        }
        return List.copyOf(merged.values());
    }

    /** What lines must have in common to be one. */
    private record Alike(String text, String note, Money unit, VatRate vat, String measure) {}
}
