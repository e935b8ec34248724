package se.aviso.dispatch.peppol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.aviso.kernel.Money;
import se.aviso.spi.dispatch.InvoiceFacts;

/**
 * The lines of a document as the network wants them: each claims for something, has a price without tax that is not
 * below nothing, and carries the words that stand below it.
 *
 * @param words what stands above the first line; may be empty
 */
record Rows(List<Row> rows, String words) {
    private static final int PRICE_DECIMALS = 8;
    private static final int LEAST_DECIMALS = 2;
    private static final String PIECE = "C62";

    /** What people count in, as UN/ECE recommendation 20 writes it. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("st", PIECE),
            Map.entry("tim", "HUR"),
            Map.entry("timme", "HUR"),
            Map.entry("timmar", "HUR"),
            Map.entry("h", "HUR"),
            Map.entry("dag", "DAY"),
            Map.entry("dagar", "DAY"),
            Map.entry("dygn", "DAY"),
            Map.entry("mån", "MON"),
            Map.entry("månad", "MON"),
            Map.entry("år", "ANN"),
            Map.entry("kg", "KGM"),
            Map.entry("m", "MTR"),
            Map.entry("km", "KMT"),
            Map.entry("l", "LTR"));

    /**
     * A line.
     *
     * @param quantity below nothing where it takes off
     * @param note the words that stand below it; may be empty
     */
    record Row(String text, BigDecimal quantity, String unit, BigDecimal price, Money net, TaxKind tax, String note) {
        private Row noted(String more) {
            return new Row(text, quantity, unit, price, net, tax, note.isEmpty() ? more : note + "\n" + more);
        }
    }

    static Rows of(InvoiceFacts facts) throws UnwritableException {
        var rows = new ArrayList<Row>();
        var above = new ArrayList<String>();
        for (var line : facts.lines()) {
            var last = rows.size() - 1;
            if (!line.words()) {
                rows.add(row(line, TaxKind.of(line, facts.seller())));
            } else if (last < 0) {
                above.add(line.text());
            } else {
                rows.set(last, rows.get(last).noted(line.text()));
            }
        }
        return new Rows(List.copyOf(rows), String.join("\n", above));
    }

    private static Row row(InvoiceFacts.Line line, TaxKind tax) {
        var quantity = BigDecimal.valueOf(line.quantity());
        var net = amount(line.net());
        var price = net.abs().divide(quantity.abs(), PRICE_DECIMALS, RoundingMode.HALF_UP);
        return new Row(
                line.text(),
                net.signum() < 0 ? quantity.negate() : quantity,
                UNITS.getOrDefault(line.measure().strip().toLowerCase(Locale.ROOT), PIECE),
                shortened(price),
                line.net(),
                tax,
                "");
    }

    private static BigDecimal shortened(BigDecimal price) {
        var bare = price.stripTrailingZeros();
        return bare.scale() < LEAST_DECIMALS ? bare.setScale(LEAST_DECIMALS, RoundingMode.UNNECESSARY) : bare;
    }

    /** An amount in decimals, as its currency has them. */
    static BigDecimal amount(Money money) {
        return new BigDecimal(money.toDecimal());
    }
}
