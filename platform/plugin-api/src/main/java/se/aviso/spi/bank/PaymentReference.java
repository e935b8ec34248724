package se.aviso.spi.bank;

import java.util.Optional;
import se.aviso.kernel.Money;

/**
 * A reference that came with a payment.
 *
 * @param text as the bank reports it, without padding
 * @param kind how far the bank vouches for it
 * @param part so much of the payment is meant for it, where the payer said so; negative for a credit note
 */
public record PaymentReference(String text, Kind kind, Optional<Money> part) {
    /** How far the bank vouches for a reference. */
    public enum Kind {
        /** Checked by the bank against the agreed rules. */
        CHECKED,
        /** As the payer wrote it: one reference, or several in one text. */
        FREE
    }
}
