package se.aviso.simulation;

import java.time.LocalDate;
import java.util.Optional;
import se.aviso.dunning.DunningPolicy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.Money;

/**
 * A document that is not paid yet, as it will fare.
 *
 * @param reminded level of the last reminder; 0 when none was sent
 * @param paidOn the first day on which it can be paid, and is; empty when it never is
 */
public record OpenDocument(
        InvoiceKind kind, LocalDate dueOn, Money open, DunningPolicy policy, int reminded, Optional<LocalDate> paidOn) {
    /** What can happen to it on a day. */
    public enum Event {
        PAID,
        REMINDED,
        LAPSED
    }

    /**
     * What happens on that day, one thing a day: money is booked before reminders are written. The rules are those of
     * the day's runs.
     */
    public Optional<Event> on(LocalDate day) {
        if (paidOn.filter(on -> !on.isAfter(day)).isPresent()) {
            return Optional.of(Event.PAID);
        }
        return switch (kind) {
            case CLAIM ->
                policy.levelDue(dueOn, open, new DunningPolicy.Reminded(reminded, Optional.empty()), day)
                        .map(level -> Event.REMINDED);
            case OFFER -> policy.offerLapsed(dueOn, day) ? Optional.of(Event.LAPSED) : Optional.empty();
            case CREDIT_NOTE -> Optional.empty();
        };
    }

    /** The same after one more reminder. */
    public OpenDocument remindedOnceMore() {
        return new OpenDocument(kind, dueOn, open, policy, reminded + 1, paidOn);
    }

    /**
     * On which day it is paid by the pattern: never before it is known, so that old debt is paid tomorrow at the
     * earliest.
     */
    public static Optional<LocalDate> paidOn(
            PaymentPattern pattern, long ordinal, LocalDate dueOn, LocalDate earliest) {
        return pattern.delay(ordinal).map(dueOn::plusDays).map(day -> day.isBefore(earliest) ? earliest : day);
    }
}
