package se.aviso.app.product;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.aviso.audit.Field;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.Money;
import se.aviso.kernel.ProductId;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.kernel.VatRate;
import se.aviso.product.Product;

/** Reads a product as it is written, by JSON pointer, and names every fault in it at once. */
final class ProductForm {
    /** The pointers of all that is written of a product, in the order of its screen. */
    static final List<String> FIELDS = List.of(
            "/number", "/names/sv", "/names/en", "/unit", "/price", "/vat", "/exemption", "/account", "/from", "/to");

    private static final Currency SEK = Currency.getInstance("SEK");
    private static final int LONGEST = 100;
    private static final int LONGEST_UNIT = 12;

    private final Map<String, String> written;
    private final List<Fault> faults = new ArrayList<>();

    ProductForm(Map<String, String> written) {
        this.written = written;
    }

    /** What a product looks like when it is written. */
    static Map<String, String> written(Product product) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("/number", product.number());
        texts.put("/names/sv", product.names().sv());
        texts.put("/names/en", product.names().en());
        texts.put("/unit", product.sale().measure());
        texts.put("/price", product.sale().price().toDecimal());
        texts.put("/vat", product.sale().terms().vat().name());
        texts.put("/exemption", product.sale().terms().exemption().orElse(""));
        texts.put("/account", Integer.toString(product.sale().terms().account()));
        texts.put("/from", product.span().from().toString());
        texts.put("/to", product.span().to().map(LocalDate::toString).orElse(""));
        return texts;
    }

    /** The same by the fields of the trail. */
    static Map<Field, String> audited(Product product) {
        var fields = new LinkedHashMap<Field, String>();
        written(product).forEach((pointer, text) -> fields.put(Field.at(pointer), text));
        return fields;
    }

    /** The product to be. */
    Product product(ProductId id, String groupPath) {
        check(Product.isNumber(text("/number")), "bad-product-number", "/number");
        var names = new Product.Names(name("/names/sv"), name("/names/en"));
        check(isLine(text("/unit"), LONGEST_UNIT), "bad-unit", "/unit");
        var price = price();
        var terms = terms();
        var span = span();
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return new Product(id, groupPath, text("/number"), names, new Product.Sale(text("/unit"), price, terms), span);
    }

    private Money price() {
        var decimal = text("/price");
        var written = decimal.matches("[0-9]{1,7}(\\.[0-9]{1,2})?");
        check(written, "bad-amount", "/price");
        return written ? Money.parse(decimal, SEK) : Money.ore(0);
    }

    private InvoiceLine.Terms terms() {
        var vat = Arrays.stream(VatRate.values())
                .filter(rate -> rate.name().equals(text("/vat")))
                .findFirst();
        check(vat.isPresent(), "bad-vat", "/vat");
        var account = LineTerms.account(text("/account"));
        check(account.isPresent(), "bad-revenue-account", "/account");
        return LineTerms.of(vat.orElse(VatRate.ZERO), account.orElse(0), text("/exemption"), "", faults);
    }

    private Product.Span span() {
        var from = day("/from");
        var to = text("/to").isEmpty() ? Optional.<LocalDate>empty() : day("/to");
        if (to.isPresent() && from.filter(to.get()::isBefore).isPresent()) {
            check(false, "product-days", "/to");
            return new Product.Span(to.get(), to);
        }
        return new Product.Span(from.orElse(LocalDate.EPOCH), to);
    }

    private Optional<LocalDate> day(String pointer) {
        try {
            return Optional.of(LocalDate.parse(text(pointer)));
        } catch (DateTimeException noDay) {
            check(false, "bad-product-day", pointer);
            return Optional.empty();
        }
    }

    private String name(String pointer) {
        var name = text(pointer);
        check(!name.isEmpty() && isLine(name, LONGEST), "bad-text", pointer);
        return name;
    }

    private static boolean isLine(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private String text(String pointer) {
        return written.getOrDefault(pointer, "").strip();
    }

    private void check(boolean holds, String code, String pointer) {
        if (!holds) {
            faults.add(new Fault(code, pointer, Map.of()));
        }
    }

    /** The pointers that a patch may name. */
    static Set<String> pointers() {
        return Set.copyOf(FIELDS);
    }
}
