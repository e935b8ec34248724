package se.aviso.app.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.pagewriter.Content;
import se.aviso.pagewriter.Picture;
import se.aviso.pagewriter.Sameness;

/** Turns a document's values into the texts that stand on it. */
final class DocumentModel {
    /** What documents of a kind say alike, and what those of a seller do. */
    private static final Sameness SAME = Sameness.of(Set.of("lang", "t", "doc"))
            .andOfMany(Set.of("doc.heading", "doc.lead", "seller", "message", "foot", "vatNote", "lateNote"));

    private final DocumentData data;
    private final Stationery.Labels labels;
    private final VatTable vat;
    private final Money gross;
    private final Money toPay;
    private final PayModel pay;

    DocumentModel(DocumentData data, Stationery.Labels labels) {
        this.data = data;
        this.labels = labels;
        this.vat = VatTable.of(data.lines());
        this.gross = data.lines().stream().map(DocumentData.Line::amount).reduce(Money.ore(0), Money::plus);
        var sums = data.sums();
        var added = gross.plus(sums.rounding()).minus(sums.creditUsed()).minus(sums.paid());
        this.toPay = sums.total().orElse(added);
        this.pay = new PayModel(data, labels.t(), toPay, isTaxed() ? vat.tax() : Money.ore(0));
    }

    /** The whole document but for its pages. */
    Content content() {
        var variant = data.form().kind().variant();
        var model = new Fields()
                .with("lang", data.form().language().name().toLowerCase(Locale.ROOT))
                .with("t", labels.t())
                .with("doc", worded(Objects.requireNonNull(labels.variants().get(variant), variant)))
                .with("seller", SellerModel.of(data.seller()))
                .with("recipient", Map.of("lines", normal(data.recipient().lines())))
                .with(
                        "member",
                        new Fields()
                                .text("number", data.recipient().memberNumber())
                                .all())
                .with("invoice", invoice())
                .with("sums", sums())
                .text("message", data.wording().message())
                .text("foot", data.wording().own().foot())
                .text("vatNote", data.wording().vatNote())
                .text("lateNote", data.wording().lateNote());
        if (isTaxed()) {
            model.with("vatRows", vatRows());
        }
        reminded().ifPresent(original -> model.with("original", original));
        var pictures = new HashMap<String, Picture>();
        pay.addTo(model, pictures);
        data.seller().logo().ifPresent(logo -> pictures.put("logo", logo));
        return new Content(
                model.all(),
                SAME,
                pictures,
                Stationery.inks(data.form().accent()),
                data.facts().issuedOn());
    }

    /** True when a slip stands at the foot of the last page. */
    boolean hasSlip() {
        return pay.hasSlip();
    }

    /** Heading and lead as a group says them, where it says them. */
    private Map<String, String> worded(Map<String, String> shipped) {
        var own = data.wording().own();
        if (own.heading().isEmpty() && own.lead().isEmpty()) {
            return shipped;
        }
        var worded = new HashMap<>(shipped);
        if (!own.heading().isEmpty()) {
            worded.put("heading", Fields.printable(own.heading()));
        }
        if (!own.lead().isEmpty()) {
            worded.put("lead", Fields.printable(own.lead()));
        }
        return Map.copyOf(worded);
    }

    /** Makes pages of the lines. */
    Function<List<Integer>, List<Map<String, Object>>> pages() {
        return rowsPerPage -> {
            var pages = new ArrayList<Map<String, Object>>();
            var carried = Money.ore(0);
            var from = 0;
            for (var page = 1; page <= rowsPerPage.size(); page++) {
                var to = from + rowsPerPage.get(page - 1);
                var before = carried;
                carried = data.lines().subList(from, to).stream()
                        .map(DocumentData.Line::amount)
                        .reduce(carried, Money::plus);
                pages.add(page(new Span(page, rowsPerPage.size(), from, to), before, carried));
                from = to;
            }
            return pages;
        };
    }

    /** A page and the lines on it. */
    private record Span(int page, int pages, int from, int to) {
        boolean isLast() {
            return page == pages;
        }
    }

    private Map<String, Object> page(Span span, Money before, Money after) {
        var fields = new Fields()
                .with("lines", lines(span.from, span.to))
                .with("pageNo", Integer.toString(span.page))
                .with("pageCount", Integer.toString(span.pages))
                .with("multi", span.pages > 1)
                .with("hasLines", span.from < span.to)
                .with("first", span.page == 1)
                .with("next", span.page > 1)
                .with("last", span.isLast())
                .with("raised", span.isLast() && pay.hasSlip());
        if (span.page > 1) {
            fields.text("carriedIn", Amounts.written(before));
        }
        if (!span.isLast()) {
            fields.text("carriedOut", Amounts.written(after));
        }
        return fields.all();
    }

    private List<Map<String, Object>> lines(int from, int to) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var i = from; i < to; i++) {
            var line = data.lines().get(i);
            var fields = new Fields()
                    .text("n", Integer.toString(i + 1))
                    .text("text", line.text())
                    .text("note", line.note());
            line.booked()
                    .ifPresent(booked -> fields.text("date", booked.on().toString())
                            .text("invoiceNo", booked.number())
                            .text("method", booked.way()));
            rows.add((line.isWords() ? fields : counted(fields, line)).all());
        }
        return rows;
    }

    private Fields counted(Fields fields, DocumentData.Line line) {
        var count = Amounts.count(line.quantity());
        if (isTaxed() && !line.tax().isZero()) {
            // prices include tax, and who deducts it needs them without (mervärdesskattelagen 17 kap. 24 §)
            fields.text("bare", Amounts.written(bareUnit(line)));
        }
        return fields.text("qty", line.measure().isEmpty() ? count : count + '\u00a0' + line.measure())
                .text("price", Amounts.written(line.unit()))
                .text("vat", rate(line.vat()))
                .text("amount", Amounts.written(line.amount()));
    }

    /** The price without tax, to a hundredth of an öre at most; the sums are never made of it. */
    private static BigDecimal bareUnit(DocumentData.Line line) {
        var net = new BigDecimal(line.amount().minus(line.tax()).toDecimal()).abs();
        var unit = net.divide(BigDecimal.valueOf(line.quantity()).abs(), 4, RoundingMode.HALF_UP);
        return line.unit().isNegative() ? unit.negate() : unit;
    }

    private Map<String, Object> invoice() {
        var facts = data.facts();
        var fields = new Fields()
                .text("number", facts.number())
                .text("date", facts.issuedOn().toString())
                .text("yourRef", facts.yourReference());
        facts.dueOn().ifPresent(day -> fields.text("due", day.toString()));
        facts.period().ifPresent(days -> fields.text("period", days.firstDay() + "\u2013" + days.lastDay()));
        if (data.form().kind() == DocumentData.Kind.CREDIT_NOTE) {
            data.original()
                    .ifPresent(credited -> fields.text("refersTo", credited.number())
                            .text("refersDate", credited.issuedOn().toString()));
        }
        return fields.all();
    }

    private Optional<Map<String, Object>> reminded() {
        return data.original()
                .filter(any -> !data.form().kind().isTaxed())
                .map(original -> new Fields()
                        .text("number", original.number())
                        .text("date", original.issuedOn().toString())
                        .text("due", original.dueOn().toString())
                        .text("amount", Amounts.written(original.amount()))
                        .all());
    }

    private Map<String, Object> sums() {
        var fields = new Fields().text("toPay", Amounts.written(toPay));
        var sums = data.sums();
        if (isTaxed()) {
            fields.text("net", Amounts.written(gross.minus(vat.tax()))).text("vat", Amounts.written(vat.tax()));
        }
        if (isTaxed() || !toPay.equals(gross) || data.form().kind() == DocumentData.Kind.RECEIPT) {
            fields.text("gross", Amounts.written(gross));
        }
        if (!sums.rounding().isZero()) {
            fields.text("rounding", Amounts.written(sums.rounding()));
        }
        if (!sums.creditUsed().isZero()) {
            fields.text("creditUsed", Amounts.written(sums.creditUsed().negated()));
        }
        var told = new ArrayList<DocumentData.Told>();
        if (!sums.paid().isZero()) {
            told.add(new DocumentData.Told(
                    labels.t().getOrDefault("sPaid", ""), sums.paid().negated()));
        }
        told.addAll(sums.told());
        if (!told.isEmpty()) {
            fields.with("told", told(told));
        }
        return fields.all();
    }

    private static List<Map<String, Object>> told(List<DocumentData.Told> sums) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var sum : sums) {
            rows.add(new Fields()
                    .text("n", Integer.toString(rows.size() + 1))
                    .text("label", sum.label())
                    .text("amount", Amounts.written(sum.amount()))
                    .all());
        }
        return rows;
    }

    private List<Map<String, Object>> vatRows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var row : vat.rows()) {
            rows.add(new Fields()
                    .text("n", Integer.toString(rows.size() + 1))
                    .text("rate", rate(row.rate()))
                    .text("base", Amounts.written(row.base()))
                    .text("vat", Amounts.written(row.tax()))
                    .text("total", Amounts.written(row.total()))
                    .all());
        }
        return rows;
    }

    private boolean isTaxed() {
        return data.form().kind().isTaxed() && vat.isTaxed();
    }

    private String rate(VatRate rate) {
        return rate == VatRate.EXEMPT ? labels.t().getOrDefault("vatExempt", "") : Amounts.percent(rate.basisPoints());
    }

    private static List<String> normal(List<String> lines) {
        return lines.stream().map(Fields::printable).toList();
    }
}
