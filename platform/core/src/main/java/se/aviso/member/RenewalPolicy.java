package se.aviso.member;

import java.time.LocalDate;
import java.util.Optional;
import se.aviso.kernel.DayRange;

/** When the next period is offered, and whether as a claim or as an offer that nobody need pay. */
public record RenewalPolicy(Kind kind, int daysBefore) {
    /** The document that a renewal is; the order is the code in the database. */
    public enum Kind {
        CLAIM,
        OFFER
    }

    /** Periods that end on this day or before are due for renewal today. */
    public LocalDate endsBy(LocalDate today) {
        return today.plusDays(daysBefore);
    }

    /** The period to offer today after the newest one, or empty when none is due. */
    public Optional<DayRange> due(PeriodRule rule, MembershipPeriod newest, LocalDate today) {
        if (newest.state() != PeriodState.PAID) {
            return Optional.empty();
        }
        return newest.days()
                .filter(days -> !days.lastDay().isAfter(endsBy(today)))
                .map(rule::after);
    }
}
