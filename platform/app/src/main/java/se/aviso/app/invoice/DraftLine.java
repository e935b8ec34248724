package se.aviso.app.invoice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

/**
 * A line of an invoice that is being written, in the form of the REST API: what is asked for, and behind it what it
 * comes to. What it comes to is found anew each time and not read from a request.
 *
 * @param text what a text or free line says; of a product, what it says instead of its name
 * @param product the number of the product
 * @param membershipId the membership whose next period is billed
 * @param quantity how many; one where nothing is said
 * @param unit the price of one, VAT included; below nothing for a discount; of a product, instead of its price
 * @param measure what is counted, such as {@code st}
 * @param amount quantity times price
 * @param vatAmount the tax in it
 */
public record DraftLine(
        InvoiceLine.Kind kind,
        Optional<String> text,
        Optional<String> product,
        Optional<UUID> membershipId,
        Optional<Integer> quantity,
        Optional<String> unit,
        Optional<String> measure,
        Optional<VatRate> vat,
        Optional<String> exemption,
        Optional<Integer> account,
        Optional<String> amount,
        Optional<String> vatAmount) {
    /** A line of so many of a product. */
    public static DraftLine ofProduct(String number, int quantity, Optional<String> unit) {
        return new DraftLine(
                InvoiceLine.Kind.PRODUCT,
                Optional.empty(),
                Optional.of(number),
                Optional.empty(),
                Optional.of(quantity),
                unit,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same line, of that membership. */
    DraftLine of(UUID membership) {
        return new DraftLine(
                kind,
                text,
                product,
                Optional.of(membership),
                quantity,
                unit,
                measure,
                vat,
                exemption,
                account,
                amount,
                vatAmount);
    }

    /** True of a line for a membership that is not said yet, as each member's own on an invoice to many. */
    boolean isOwnMembership() {
        return kind == InvoiceLine.Kind.MEMBERSHIP && membershipId.isEmpty();
    }

    /** The same as it was asked for. */
    DraftLine asked() {
        var free = kind == InvoiceLine.Kind.FREE;
        return new DraftLine(
                kind,
                text,
                product,
                membershipId,
                quantity,
                unit,
                measure.filter(said -> free),
                vat.filter(said -> free),
                exemption.filter(said -> free),
                account.filter(said -> free),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with what it comes to; a membership can come to several lines, told as one. */
    DraftLine priced(List<InvoiceLine> lines) {
        if (lines.isEmpty() || kind == InvoiceLine.Kind.TEXT) {
            return asked();
        }
        var first = lines.get(0);
        var sum = lines.stream().map(InvoiceLine::amount).reduce(Money::plus).orElseThrow();
        var tax = lines.stream().map(InvoiceLine::vatAmount).reduce(Money::plus).orElseThrow();
        return new DraftLine(
                kind,
                Optional.of(first.what().text()),
                product,
                membershipId,
                Optional.of(first.quantity()),
                Optional.of((lines.size() == 1 ? first.unit() : sum).toDecimal()),
                Optional.of(first.what().measure()).filter(said -> !said.isEmpty()),
                Optional.of(first.terms().vat()),
                first.terms().exemption(),
                Optional.of(first.terms().account()),
                Optional.of(sum.toDecimal()),
                Optional.of(tax.toDecimal()));
    }
}
