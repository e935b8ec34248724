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
        return whyNotDue(newest, today).isPresent()
                ? Optional.empty()
                : newest.days().map(rule::after);
    }

    /** Why no period is due after the newest one today; empty when one is. The code is the key of its text. */
    public Optional<String> whyNotDue(MembershipPeriod newest, LocalDate today) {
        return switch (newest.state()) {
            case OFFERED -> Optional.of("already-billed");
            case ENDED, LAPSED, CANCELLED, RECALLED -> Optional.of("membership-over");
            case PAID ->
                newest.days()
                        .filter(days -> days.lastDay().isAfter(endsBy(today)))
                        .map(days -> "not-due");
        };
    }
}
