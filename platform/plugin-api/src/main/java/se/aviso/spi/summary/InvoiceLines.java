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
 * @param document its kind: {@code FIRST} for the first period, {@code RENEWAL}, {@code OFFER} for a renewal that
 *     nobody need pay, {@code ONE_OFF} for what somebody wrote; empty where it is none of these (since spi 1.5)
 */
public record InvoiceLines(UUID id, String language, String document, List<Line> lines) {
    public InvoiceLines {
        lines = List.copyOf(lines);
    }

    /** Of a document whose kind is not said. */
    public InvoiceLines(UUID id, String language, List<Line> lines) {
        this(id, language, "", lines);
    }

    /**
     * A line, or a row of a document.
     *
     * @param kind {@code MEMBERSHIP}, {@code PRODUCT}, {@code FREE}, {@code TEXT}, {@code ENTRY_FEE}, {@code DISCOUNT}
     * @param note a second, smaller row; may be empty
     * @param unit price of one, tax included; below nothing on a line that takes off
     * @param measure what is counted, such as {@code st}; may be empty (since spi 1.6)
     */
    public record Line(String kind, String text, String note, int quantity, Money unit, VatRate vat, String measure) {
        /** Of which nobody has said what is counted. */
        public Line(String kind, String text, String note, int quantity, Money unit, VatRate vat) {
            this(kind, text, note, quantity, unit, vat, "");
        }

        /** Quantity times price, tax included. */
        public Money amount() {
            return unit.times(quantity);
        }
    }
}
