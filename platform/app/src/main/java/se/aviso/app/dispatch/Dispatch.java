package se.aviso.app.dispatch;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.Money;

/**
 * One document to one recipient through one channel.
 *
 * @param level of a reminder; 0 for the invoice itself
 * @param attempts how often a hand-over was tried before
 * @param reminder what a reminder says beside the invoice
 */
public record Dispatch(
        UUID id, UUID invoice, DispatchDocument document, int level, int attempts, Optional<Reminder> reminder) {
    /** The day of a reminder and what was open on it. */
    public record Reminder(LocalDate issuedOn, Money open) {}
}
