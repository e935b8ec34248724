package se.aviso.app.invoice;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.pricing.Explanation;

/** An invoice with all that belongs to it, in the form of the REST API. */
public record InvoiceDetail(
        @JsonUnwrapped InvoiceRow invoice,
        List<Line> lines,
        List<Allocation> allocations,
        List<CreditUsed> creditUses,
        List<Rounding> roundings,
        List<Delivery> deliveries) {
    /**
     * A line; amounts include VAT. An exempt line may say why it is.
     *
     * @param why the rules that gave the amount, each with what it says, in the order in which they had their say
     * @param shares what of it is other groups' and not the seller's
     */
    public record Line(
            InvoiceLine.Kind kind,
            String text,
            int quantity,
            String unit,
            String amount,
            VatRate vat,
            String vatAmount,
            String currency,
            Optional<UUID> periodId,
            List<Why> why,
            List<LineShare> shares,
            Optional<String> measure,
            Optional<String> exemption) {}

    /** A rule that had its say, and what it says: {@code {"rule": "PRICE", "from": "2027-01-01", …}}. */
    public record Why(Explanation.Rule rule, @JsonAnyGetter Map<String, String> values) {}

    /** So much of a line is another group's. */
    public record LineShare(UUID groupId, String amount, String currency) {}

    /** So much of a payment; negative when it undoes an earlier one. */
    public record Allocation(
            UUID id,
            UUID paymentId,
            String amount,
            String currency,
            LocalDate allocatedOn,
            Optional<UUID> reversesId) {}

    /** The few öre that an allocation lacked and that were given up; negative when it undoes an earlier one. */
    public record Rounding(
            UUID id, UUID allocationId, String amount, String currency, LocalDate bookedOn, Optional<UUID> reversesId) {
        /** What is given up, as money. */
        Money money() {
            return Money.parse(amount, Currency.getInstance(currency));
        }
    }

    /** So much of the payer's credit balance; negative when it undoes an earlier one. */
    public record CreditUsed(
            UUID id, String amount, String currency, LocalDate usedOn, boolean onDocument, Optional<UUID> reversesId) {}

    /**
     * A document on its way.
     *
     * @param earlier how it ended before somebody sent it again, the first one first
     */
    public record Delivery(
            UUID id,
            Channel channel,
            DeliveryState state,
            DeliveredDocument document,
            int level,
            Instant changedAt,
            List<Earlier> earlier) {
        public Delivery {
            earlier = List.copyOf(earlier);
        }
    }

    /**
     * A hand-over that the same document was sent again after.
     *
     * @param reference by which its provider knows it
     */
    public record Earlier(Instant sentAt, DeliveryState state, Instant endedAt, Optional<String> reference) {}

    /** Which document; the order is the code in the database. */
    public enum DeliveredDocument {
        INVOICE,
        REMINDER,
        CREDIT_NOTE,
        REMINDER_RECALLED,
        OFFER_WITHDRAWN
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
