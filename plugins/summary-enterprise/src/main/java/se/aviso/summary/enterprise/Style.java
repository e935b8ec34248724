package se.aviso.summary.enterprise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.PluginContext;
import se.aviso.spi.summary.InvoiceLines.Line;
import se.aviso.spi.summary.SummarisedLines.LineRow;
import se.aviso.spi.summary.SummarisedLines.Row;
import se.aviso.spi.summary.SummarisedLines.Subtotal;

/**
 * What the customer wants.
 *
 * @param order of the kinds of lines; those that are not named come last, as they came
 * @param subtotals the text of the sum of a kind, for those that have one
 * @param explanations what stands under the text of a kind's lines that have nothing of their own there
 */
record Style(List<String> order, boolean merge, Map<String, String> subtotals, Map<String, String> explanations) {
    static Style of(PluginContext context) {
        return new Style(
                List.copyOf(names(context.setting("order", "MEMBERSHIP, ENTRY_FEE, PRODUCT, FREE, DISCOUNT"))),
                context.setting("merge", "true").equals("true"),
                pairs(context.setting("subtotals", "")),
                pairs(context.setting("explanations", "")));
    }

    /** The names in a text with commas between them, in their order; none of an empty text. */
    static Set<String> names(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Row> rows(List<Line> lines) {
        var byKind = new LinkedHashMap<String, List<Line>>();
        order.forEach(kind -> byKind.put(kind, new ArrayList<>()));
        lines.forEach(line ->
                byKind.computeIfAbsent(line.kind(), kind -> new ArrayList<>()).add(explained(line)));
        var rows = new ArrayList<Row>();
        var open = false;
        for (var kind : byKind.entrySet()) {
            var group = merge ? merged(kind.getValue()) : kind.getValue();
            group.forEach(line -> rows.add(new LineRow(line)));
            open |= !group.isEmpty();
            if (open && !group.isEmpty() && subtotals.containsKey(kind.getKey())) {
                rows.add(new Subtotal(subtotals.getOrDefault(kind.getKey(), ""), sumSinceLast(rows)));
                open = false;
            }
        }
        return rows;
    }

    /** A subtotal is of all lines above it, up to the subtotal before. */
    private static Money sumSinceLast(List<Row> rows) {
        var sum = Money.ore(0);
        for (var at = rows.size() - 1; at >= 0 && rows.get(at) instanceof LineRow row; at--) {
            sum = sum.plus(row.line().amount());
        }
        return sum;
    }

    private Line explained(Line line) {
        var note = line.note().isEmpty() ? explanations.getOrDefault(line.kind(), "") : line.note();
        return new Line(line.kind(), line.text(), note, line.quantity(), line.unit(), line.vat());
    }

    private static List<Line> merged(List<Line> lines) {
        var merged = new LinkedHashMap<Alike, Line>();
        for (var line : lines) {
            var alike = new Alike(line.text(), line.note(), line.unit(), line.vat());
            merged.merge(
                    alike,
                    line,
                    (one, other) -> new Line(
                            one.kind(),
                            one.text(),
                            one.note(),
                            Math.addExact(one.quantity(), other.quantity()),
                            one.unit(),
                            one.vat()));
        }
        return List.copyOf(merged.values());
    }

    /** What lines must have in common to be one. */
    private record Alike(String text, String note, Money unit, VatRate vat) {}

    private static Map<String, String> pairs(String lines) {
        var pairs = new LinkedHashMap<String, String>();
        lines.lines().map(String::strip).filter(line -> line.indexOf('=') > 0).forEach(line -> {
            var at = line.indexOf('=');
            pairs.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
        });
        return pairs;
    }
}
