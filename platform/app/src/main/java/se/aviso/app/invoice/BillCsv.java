package se.aviso.app.invoice;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.web.CsvFaults;
import se.aviso.app.web.CsvList;
import se.aviso.app.web.WrittenAmount;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.VatRate;

/**
 * Reads a list of what to bill whom for, one line of an invoice a row; rows of the same member make one invoice, in the
 * order of the list.
 */
final class BillCsv {
    static final List<String> HEADER =
            List.of("member", "product", "quantity", "price", "text", "vat", "account", "exemption", "membership");
    static final List<String> SWEDISH =
            List.of("medlem", "produkt", "antal", "pris", "text", "moms", "konto", "undantag", "medlemskap");

    private static final CsvList.Columns COLUMNS = new CsvList.Columns(HEADER, SWEDISH, 1, HEADER.size());
    private static final int CHUNK = 1_000;
    private static final Map<String, VatRate> RATES = Map.of(
            "25", VatRate.STANDARD,
            "12", VatRate.REDUCED,
            "6", VatRate.LOW,
            "0", VatRate.ZERO,
            "standard", VatRate.STANDARD,
            "reduced", VatRate.REDUCED,
            "low", VatRate.LOW,
            "zero", VatRate.ZERO,
            "exempt", VatRate.EXEMPT,
            "undantag", VatRate.EXEMPT);

    private final CsvFaults faults;

    BillCsv(CsvFaults faults) {
        this.faults = faults;
    }

    /**
     * A line and the row that it was written on.
     *
     * @param membership the short name of the type whose membership is billed, of a line of one
     */
    record Written(long row, DraftLine line, Optional<String> membership) {}

    /** The lines by member number, in the order in which the members come first. */
    Map<Long, List<Written>> read(Reader csv) {
        var list = CsvList.open(csv, COLUMNS);
        var lines = new LinkedHashMap<Long, List<Written>>();
        for (var rows = list.next(CHUNK); !rows.isEmpty(); rows = list.next(CHUNK)) {
            rows.forEach(row -> read(row, lines));
        }
        return lines;
    }

    /** The column that a part of a line stands in. */
    static String column(String pointer) {
        return switch (pointer.replaceFirst("^.*/", "")) {
            case "product" -> "product";
            case "quantity" -> "quantity";
            case "unit" -> "price";
            case "text" -> "text";
            case "vat" -> "vat";
            case "account" -> "account";
            case "exemption" -> "exemption";
            case "membershipId" -> "membership";
            default -> "member";
        };
    }

    private void read(CsvList.Row row, Map<Long, List<Written>> lines) {
        var number = cell(row, "member");
        if (!number.matches("[0-9]{1,15}")) {
            faults.add("bad-member-number", row.line(), "member");
            return;
        }
        lines.computeIfAbsent(Long.valueOf(number), member -> new ArrayList<>())
                .add(new Written(row.line(), line(row), said(row, "membership")));
    }

    private DraftLine line(CsvList.Row row) {
        var product = said(row, "product");
        var price = said(row, "price").map(WrittenAmount::decimal);
        return new DraftLine(
                kind(row),
                said(row, "text"),
                product,
                Optional.empty(),
                said(row, "quantity").map(many -> whole(many, row, "quantity")),
                price,
                Optional.empty(),
                said(row, "vat").flatMap(rate -> rate(rate, row)),
                said(row, "exemption"),
                said(row, "account").map(digits -> whole(digits, row, "account")),
                Optional.empty(),
                Optional.empty());
    }

    private static InvoiceLine.Kind kind(CsvList.Row row) {
        if (said(row, "membership").isPresent()) {
            return InvoiceLine.Kind.MEMBERSHIP;
        }
        if (said(row, "product").isPresent()) {
            return InvoiceLine.Kind.PRODUCT;
        }
        return said(row, "price").isPresent() ? InvoiceLine.Kind.FREE : InvoiceLine.Kind.TEXT;
    }

    private Optional<VatRate> rate(String written, CsvList.Row row) {
        var bare = written.replace("%", "").strip().toLowerCase(Locale.ROOT);
        var rate = Optional.ofNullable(RATES.get(bare));
        if (rate.isEmpty()) {
            faults.add("bad-vat", row.line(), "vat");
        }
        return rate;
    }

    private int whole(String digits, CsvList.Row row, String column) {
        if (!digits.matches("[0-9]{1,6}")) {
            faults.add(column.equals("quantity") ? "bad-quantity" : "bad-revenue-account", row.line(), column);
            return 1;
        }
        return Integer.parseInt(digits);
    }

    private static Optional<String> said(CsvList.Row row, String column) {
        return Optional.of(cell(row, column)).filter(text -> !text.isEmpty());
    }

    private static String cell(CsvList.Row row, String column) {
        return row.cells().get(HEADER.indexOf(column)).strip();
    }
}
