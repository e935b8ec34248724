package se.aviso.app.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

/**
 * Base and tax for each rate. The tax is the sum of the lines' taxes, each rounded by itself, as the ledger books it.
 *
 * @param rows from the highest rate to exemption
 */
record VatTable(List<Row> rows) {
    VatTable {
        rows = List.copyOf(rows);
    }

    /** What was sold at one rate; {@code total} is base and tax. */
    record Row(VatRate rate, Money tax, Money total) {
        Money base() {
            return total.minus(tax);
        }
    }

    static VatTable of(List<DocumentData.Line> lines) {
        Map<VatRate, Row> byRate = new EnumMap<>(VatRate.class);
        for (var line : lines) {
            if (line.isWords()) {
                continue; // has no rate
            }
            var row = new Row(line.vat(), line.tax(), line.amount());
            byRate.merge(line.vat(), row, VatTable::sum);
        }
        return new VatTable(new ArrayList<>(byRate.values()));
    }

    private static Row sum(Row a, Row b) {
        return new Row(a.rate, a.tax.plus(b.tax), a.total.plus(b.total));
    }

    /** The tax of all rates. */
    Money tax() {
        return rows.stream().map(Row::tax).reduce(Money.ore(0), Money::plus);
    }

    /** True when anything in it is taxed. */
    boolean isTaxed() {
        return rows.stream().anyMatch(row -> row.rate.basisPoints() > 0);
    }
}
