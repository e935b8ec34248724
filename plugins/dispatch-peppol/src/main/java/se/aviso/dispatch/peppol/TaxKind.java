package se.aviso.dispatch.peppol;

import java.math.BigDecimal;
import java.util.Optional;
import se.aviso.kernel.VatRate;
import se.aviso.spi.dispatch.InvoiceFacts;

/**
 * How a line is taxed, in the words of EN 16931: category and percent.
 *
 * <p>Who is not registered for VAT is outside of it with everything (O), and must not be said to be exempt (E).
 *
 * @param percent none where the seller is outside of VAT
 */
record TaxKind(String category, Optional<BigDecimal> percent) implements Comparable<TaxKind> {
    private static final int DECIMALS = 2;
    private static final TaxKind OUTSIDE = new TaxKind("O", Optional.empty());

    /** The kind of a line of that seller. */
    static TaxKind of(InvoiceFacts.Line line, InvoiceFacts.Seller seller) throws UnwritableException {
        if (seller.vatNumber().isEmpty()) {
            if (line.vat().basisPoints() > 0) {
                throw new UnwritableException("The seller charges VAT and has no VAT number.");
            }
            return OUTSIDE;
        }
        return new TaxKind(category(line.vat()), Optional.of(percent(line.vat())));
    }

    private static String category(VatRate rate) {
        return switch (rate) {
            case STANDARD, REDUCED, LOW -> "S";
            case ZERO -> "Z";
            case EXEMPT -> "E";
        };
    }

    private static BigDecimal percent(VatRate rate) {
        return BigDecimal.valueOf(rate.basisPoints(), DECIMALS);
    }

    /** True where it must be said why there is no tax. */
    boolean wantsReason() {
        return category.equals("E") || isOutside();
    }

    boolean isOutside() {
        return category.equals("O");
    }

    @Override
    public int compareTo(TaxKind other) {
        var byCategory = category.compareTo(other.category);
        return byCategory != 0
                ? byCategory
                : percent.orElse(BigDecimal.ZERO).compareTo(other.percent.orElse(BigDecimal.ZERO));
    }
}
