package se.aviso.dispatch.peppol;

import java.util.Currency;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;
import se.aviso.spi.dispatch.InvoiceFacts;

/** How much, on a document: prices, tax by its kind, and what is to be paid. */
final class Sums {
    private static final String OUTSIDE_OF_VAT = "VATEX-EU-O";
    private static final String EXEMPT = "Exempt from VAT";
    private static final String OUTSIDE = "Not subject to VAT";

    private final InvoiceFacts facts;
    private final String currency;

    Sums(InvoiceFacts facts) {
        this.facts = facts;
        this.currency = currency(facts.prepaid().currency());
    }

    private static String currency(Currency of) {
        return of.getCurrencyCode();
    }

    String currency() {
        return currency;
    }

    TaxTotalType tax() throws UnwritableException {
        var total = new TaxTotalType();
        total.setTaxAmount(Rows.amount(facts.vatAmount())).setCurrencyID(currency);
        Taxes.of(facts).parts().forEach((kind, part) -> total.addTaxSubtotal(subtotal(kind, part)));
        return total;
    }

    private TaxSubtotalType subtotal(TaxKind kind, Taxes.Part part) {
        var subtotal = new TaxSubtotalType();
        subtotal.setTaxableAmount(Rows.amount(part.net())).setCurrencyID(currency);
        subtotal.setTaxAmount(Rows.amount(part.tax())).setCurrencyID(currency);
        var category = category(kind);
        if (kind.wantsReason()) {
            var otherwise = kind.isOutside() ? OUTSIDE : EXEMPT;
            category.addTaxExemptionReason(new TaxExemptionReasonType(
                    part.reasons().isEmpty() ? otherwise : String.join("; ", part.reasons())));
        }
        if (kind.isOutside()) {
            category.setTaxExemptionReasonCode(OUTSIDE_OF_VAT);
        }
        subtotal.setTaxCategory(category);
        return subtotal;
    }

    private static TaxCategoryType category(TaxKind kind) {
        var category = new TaxCategoryType();
        category.setID(kind.category());
        kind.percent().ifPresent(percent -> category.setPercent(Parts.whole(percent)));
        category.setTaxScheme(Parts.vat());
        return category;
    }

    MonetaryTotalType total() {
        var net = facts.total().minus(facts.vatAmount());
        var total = new MonetaryTotalType();
        total.setLineExtensionAmount(Rows.amount(net)).setCurrencyID(currency);
        total.setTaxExclusiveAmount(Rows.amount(net)).setCurrencyID(currency);
        total.setTaxInclusiveAmount(Rows.amount(facts.total())).setCurrencyID(currency);
        if (!facts.prepaid().isZero()) {
            total.setPrepaidAmount(Rows.amount(facts.prepaid())).setCurrencyID(currency);
        }
        total.setPayableAmount(Rows.amount(facts.payable())).setCurrencyID(currency);
        return total;
    }

    static ItemType item(Rows.Row row) {
        var item = new ItemType();
        item.setName(row.text());
        item.addClassifiedTaxCategory(category(row.tax()));
        return item;
    }

    PriceType price(Rows.Row row) {
        var price = new PriceType();
        price.setPriceAmount(row.price()).setCurrencyID(currency);
        return price;
    }
}
