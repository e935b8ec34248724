package se.aviso.simulation;

import java.time.LocalDate;
import java.util.Optional;
import se.aviso.dunning.DunningPolicy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.Money;

/**
 * A document that is not paid yet, as it will fare.
 *
 * @param paidOn the first day on which it can be paid, and is; empty when it never is
 */
public record OpenDocument(
        InvoiceKind kind, LocalDate dueOn, Money open, DunningPolicy policy, SoFar soFar, Optional<LocalDate> paidOn) {
    /**
     * What has happened to it.
     *
     * @param reminded level of the last reminder; 0 when none was sent
     * @param lapsed whether the periods on a claim have lapsed; the claim itself stands
     */
    public record SoFar(int reminded, boolean lapsed) {
        /** Nothing. */
        public static final SoFar NOTHING = new SoFar(0, false);
    }

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
                !soFar.lapsed() && policy.claimLapsed(dueOn, day)
                        ? Optional.of(Event.LAPSED)
                        : policy.levelDue(
                                        dueOn,
                                        open,
                                        new DunningPolicy.Reminded(soFar.reminded(), Optional.empty()),
                                        day)
                                .map(level -> Event.REMINDED);
            case OFFER -> policy.offerLapsed(dueOn, day) ? Optional.of(Event.LAPSED) : Optional.empty();
            case CREDIT_NOTE -> Optional.empty();
        };
    }

    /** The same after one more reminder. */
    public OpenDocument remindedOnceMore() {
        return with(new SoFar(soFar.reminded() + 1, soFar.lapsed()));
    }

    /** The claim after the periods on it have lapsed, or where they had by that day. */
    public OpenDocument lapsedBy(LocalDate day) {
        var over = kind == InvoiceKind.CLAIM && policy.claimLapsed(dueOn, day);
        return with(new SoFar(soFar.reminded(), soFar.lapsed() || over));
    }

    private OpenDocument with(SoFar changed) {
        return new OpenDocument(kind, dueOn, open, policy, changed, paidOn);
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
