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

    /**
     * The period to offer today after the newest one, or empty when none is due.
     *
     * @param newest recalled ones apart
     */
    public Optional<DayRange> due(PeriodRule rule, TypeEnd end, MembershipPeriod newest, LocalDate today) {
        return whyNotDue(rule, end, newest, today).isPresent()
                ? Optional.empty()
                : newest.days().map(rule::after);
    }

    /**
     * Why no period is due after the newest one today; empty when one is. The code is the key of its text.
     *
     * <p>A period that is over by now is renewed still, as long as the one behind it runs: a run that was late leaves
     * nobody out. One that was credited is not billed again by itself; the one behind it is. Of a type that has ended
     * no period is due that would begin on the day of its end or later.
     */
    public Optional<String> whyNotDue(PeriodRule rule, TypeEnd end, MembershipPeriod newest, LocalDate today) {
        return switch (newest.state()) {
            case OFFERED -> Optional.of("already-billed");
            case LAPSED, RECALLED -> Optional.of("membership-over");
            case PAID, ENDED, CANCELLED ->
                newest.days().map(days -> whyNotDue(rule, end, days, today)).orElse(Optional.of("membership-over"));
        };
    }

    private Optional<String> whyNotDue(PeriodRule rule, TypeEnd end, DayRange days, LocalDate today) {
        if (days.lastDay().isAfter(endsBy(today))) {
            return Optional.of("not-due");
        }
        var next = rule.after(days);
        if (next.lastDay().isBefore(today)) {
            return Optional.of("membership-over");
        }
        return end.allows(next) ? Optional.empty() : Optional.of("type-has-ended");
    }
}
