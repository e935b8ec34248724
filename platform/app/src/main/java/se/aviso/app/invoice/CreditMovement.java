package se.aviso.app.invoice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What came to a payer's credit balance, or was taken of it; never changed.
 *
 * @param amount above nothing when it came
 */
public record CreditMovement(
        UUID id,
        Kind kind,
        String amount,
        String currency,
        LocalDate movedOn,
        Optional<UUID> invoiceId,
        Optional<UUID> creditNoteId) {
    /** Why it moved; the order is the code in the database. */
    public enum Kind {
        /** An invoice that had been paid was credited. */
        CREDIT_NOTE
    }
}
