package se.aviso.app.invoice;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.app.web.WrittenAmount;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.VatRate;

/**
 * A line as a page writes it, as texts by name of the field; what is no number counts as one that no line can have, so
 * that the rules say what is wrong.
 */
public record SketchRow(InvoiceLine.Kind kind, Map<String, @Nullable String> fields) implements Serializable {
    private static final String TEXT = "text";
    private static final String PRODUCT = "product";
    private static final String MEMBERSHIP = "membership";
    private static final String QUANTITY = "quantity";
    private static final String UNIT = "unit";
    private static final String MEASURE = "measure";
    private static final String VAT = "vat";
    private static final String EXEMPTION = "exemption";
    private static final String ACCOUNT = "account";

    /** A row with nothing in it. */
    static SketchRow of(InvoiceLine.Kind kind) {
        var fields = new HashMap<String, @Nullable String>();
        fields.put(QUANTITY, "1");
        return new SketchRow(kind, fields);
    }

    static SketchRow words() {
        return of(InvoiceLine.Kind.TEXT);
    }

    static SketchRow product(String number) {
        return of(InvoiceLine.Kind.PRODUCT).with(PRODUCT, number);
    }

    static SketchRow membership(UUID membership) {
        return of(InvoiceLine.Kind.MEMBERSHIP).with(MEMBERSHIP, membership.toString());
    }

    static SketchRow free(VatRate vat, String account) {
        return of(InvoiceLine.Kind.FREE).with(VAT, vat.name()).with(ACCOUNT, account);
    }

    /** A line that was kept. */
    static SketchRow of(DraftLine line) {
        var row = of(line.kind());
        line.text().ifPresent(said -> row.with(TEXT, said));
        line.product().ifPresent(number -> row.with(PRODUCT, number));
        line.membershipId().ifPresent(id -> row.with(MEMBERSHIP, id.toString()));
        line.quantity().ifPresent(many -> row.with(QUANTITY, Integer.toString(many)));
        line.unit().ifPresent(price -> row.with(UNIT, price));
        line.measure().ifPresent(counted -> row.with(MEASURE, counted));
        line.vat().ifPresent(rate -> row.with(VAT, rate.name()));
        line.exemption().ifPresent(reason -> row.with(EXEMPTION, reason));
        line.account().ifPresent(account -> row.with(ACCOUNT, Integer.toString(account)));
        return row;
    }

    SketchRow with(String field, String text) {
        fields.put(field, text);
        return this;
    }

    /** The rate that is chosen. */
    Optional<VatRate> vat() {
        return said(VAT).map(VatRate::valueOf);
    }

    Optional<String> account() {
        return said(ACCOUNT);
    }

    /** True where a reason of exemption is asked for. */
    public boolean isExempt() {
        return vat().filter(VatRate.EXEMPT::equals).isPresent();
    }

    /** The line in the form of the API. */
    DraftLine line() {
        return new DraftLine(
                kind,
                said(TEXT),
                said(PRODUCT),
                said(MEMBERSHIP).map(UUID::fromString),
                counted() ? Optional.of(number(QUANTITY)) : Optional.empty(),
                said(UNIT).map(WrittenAmount::decimal),
                said(MEASURE),
                vat(),
                said(EXEMPTION).filter(reason -> isExempt()),
                kind == InvoiceLine.Kind.FREE ? Optional.of(number(ACCOUNT)) : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private boolean counted() {
        return kind == InvoiceLine.Kind.FREE || kind == InvoiceLine.Kind.PRODUCT;
    }

    private Optional<String> said(String field) {
        return Optional.of(Objects.requireNonNullElse(fields.get(field), "").strip())
                .filter(text -> !text.isEmpty());
    }

    private int number(String field) {
        return said(field)
                .filter(digits -> digits.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
    }
}
