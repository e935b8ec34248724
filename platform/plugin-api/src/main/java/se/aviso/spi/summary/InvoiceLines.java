package se.aviso.spi.summary;

import java.util.List;
import java.util.UUID;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

/**
 * The lines of an issued invoice.
 *
 * @param id of the invoice
 * @param language of the document, {@code sv} or {@code en}
 */
public record InvoiceLines(UUID id, String language, List<Line> lines) {
    public InvoiceLines {
        lines = List.copyOf(lines);
    }

    /**
     * A line, or a row of a document.
     *
     * @param kind {@code MEMBERSHIP}, {@code PRODUCT}, {@code FREE}, {@code TEXT}, {@code ENTRY_FEE}, {@code DISCOUNT}
     * @param note a second, smaller row; may be empty
     * @param unit price of one, tax included; below nothing on a line that takes off
     */
    public record Line(String kind, String text, String note, int quantity, Money unit, VatRate vat) {
        /** Quantity times price, tax included. */
        public Money amount() {
            return unit.times(quantity);
        }
    }
}
