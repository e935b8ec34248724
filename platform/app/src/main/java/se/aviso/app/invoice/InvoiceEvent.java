package se.aviso.app.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.Money;

/**
 * Something that happened to an invoice.
 *
 * @param notedAt when it was noted; what only a calendar made happen was not
 * @param day the tenant's day on which it happened
 */
public record InvoiceEvent(Kind kind, Optional<Instant> notedAt, LocalDate day, Detail detail) {
    /** What it was. */
    public enum Kind {
        ISSUED,
        OFFERED,
        QUEUED,
        SENT,
        FAILED,
        BOUNCED,
        UNKNOWN,
        WITHDRAWN,
        REMINDED,
        REMINDER_RECALLED,
        FELL_DUE,
        PART_PAID,
        PAID,
        UNDONE,
        TAKEN,
        LAPSED,
        PART_CREDITED,
        CREDITED,
        OFFER_WITHDRAWN,
        CREDIT_USED,
        CREDIT_GIVEN_BACK,
        ROUNDED,
        ROUNDING_UNDONE
    }

    /** What is told beside it. */
    public record Detail(Optional<Money> amount, Optional<Channel> channel, String source) {
        static final Detail NONE = new Detail(Optional.empty(), Optional.empty(), "");

        static Detail of(Money amount, String source) {
            return new Detail(Optional.of(amount), Optional.empty(), source);
        }

        static Detail of(Channel channel) {
            return new Detail(Optional.empty(), Optional.of(channel), "");
        }
    }
}
