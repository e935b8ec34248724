package se.aviso.app.invoice;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.product.LineTerms;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.kernel.VatRate;
import se.aviso.product.Product;

/** Reads a line that somebody has written into what stands on the invoice, and names every fault in it. */
final class SketchReader {
    private static final Currency SEK = Currency.getInstance("SEK");
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_MEASURE = 12;
    private static final int MOST = 100_000;
    private static final String PRICE = "-?[0-9]{1,8}(\\.[0-9]{1,2})?";

    private final DraftLine line;
    private final String pointer;
    private final List<Fault> faults = new ArrayList<>();

    SketchReader(DraftLine line, String pointer) {
        this.line = line;
        this.pointer = pointer;
    }

    /** What is wrong with the line. */
    List<Fault> faults() {
        return faults;
    }

    /** A line that only says something. */
    Optional<InvoiceLine> words() {
        var text = text();
        return faults.isEmpty() ? Optional.of(InvoiceLine.words(text)) : Optional.empty();
    }

    /** A line that is written by hand, whole. */
    Optional<InvoiceLine> free() {
        var text = text();
        var quantity = quantity();
        var unit = price(line.unit().orElse(""));
        var measure = line.measure().orElse("").strip();
        check(isLine(measure, LONGEST_MEASURE), "bad-unit", "/measure");
        check(line.vat().isPresent(), "bad-vat", "/vat");
        check(line.account().filter(LineTerms::isRevenue).isPresent(), "bad-revenue-account", "/account");
        var terms = LineTerms.of(
                line.vat().orElse(VatRate.ZERO),
                line.account().orElse(0),
                line.exemption().orElse("").strip(),
                pointer,
                faults);
        check(unit.times(quantity).fitsBooks(), "line-too-large", "/quantity");
        var what = new InvoiceLine.Text(InvoiceLine.Kind.FREE, text, measure);
        return faults.isEmpty()
                ? Optional.of(new InvoiceLine(what, quantity, unit, terms, Optional.empty()))
                : Optional.empty();
    }

    /** A line of a product, as the library has it or as it is wished on this invoice. */
    Optional<InvoiceLine> of(Optional<Product> product, String language) {
        check(product.isPresent(), "unknown-product", "/product");
        var quantity = quantity();
        var price = line.unit().map(this::price);
        check(price.filter(Money::isNegative).isEmpty(), "bad-amount", "/unit");
        var text = line.text().map(said -> text());
        var made = product.filter(found -> faults.isEmpty())
                .map(found -> found.line(quantity, language, new Product.Wish(text, price)));
        check(made.filter(whole -> !whole.amount().fitsBooks()).isEmpty(), "line-too-large", "/quantity");
        return made.filter(whole -> faults.isEmpty());
    }

    private String text() {
        var text = line.text().orElse("").strip();
        check(!text.isEmpty() && isLine(text, LONGEST_TEXT), "bad-line-text", "/text");
        return text;
    }

    private int quantity() {
        var quantity = line.quantity().orElse(1);
        check(quantity >= 1 && quantity <= MOST, "bad-quantity", "/quantity");
        return Math.max(1, quantity);
    }

    private Money price(String decimal) {
        var written = decimal.matches(PRICE);
        check(written, "bad-line-price", "/unit");
        return written ? Money.parse(decimal, SEK) : Money.ore(0);
    }

    private static boolean isLine(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private void check(boolean holds, String code, String field) {
        if (!holds) {
            var facts = code.equals("unknown-product")
                    ? Map.of("number", line.product().orElse(""))
                    : Map.<String, String>of();
            faults.add(new Fault(code, pointer + field, facts));
        }
    }
}
