package se.aviso.app.invoice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.member.Channel;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.VatRate;

/** An invoice with all that belongs to it, in the form of the REST API. */
public record InvoiceDetail(
        @JsonUnwrapped InvoiceRow invoice, List<Line> lines, List<Allocation> allocations, List<Delivery> deliveries) {
    /** A line; amounts include VAT. */
    public record Line(
            InvoiceLine.Kind kind,
            String text,
            int quantity,
            String unit,
            String amount,
            VatRate vat,
            String vatAmount,
            String currency,
            Optional<UUID> periodId) {}

    /** So much of a payment; negative when it undoes an earlier one. */
    public record Allocation(
            UUID id,
            UUID paymentId,
            String amount,
            String currency,
            LocalDate allocatedOn,
            Optional<UUID> reversesId) {}

    /** A document on its way. */
    public record Delivery(
            UUID id, Channel channel, DeliveryState state, DeliveredDocument document, int level, Instant changedAt) {}

    /** Which document; the order is the code in the database. */
    public enum DeliveredDocument {
        INVOICE,
        REMINDER,
        CREDIT_NOTE
    }

    /** How far it has come; the order is the code in the database, as dispatches write it. */
    public enum DeliveryState {
        QUEUED,
        PREPARING,
        HANDED_OVER,
        SENT,
        DELIVERED,
        FAILED,
        BOUNCED,
        UNKNOWN,
        WITHDRAWN
    }
}
