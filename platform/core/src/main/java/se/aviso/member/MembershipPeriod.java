package se.aviso.member;

import java.time.LocalDate;
import java.util.Optional;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.PeriodId;

/**
 * A stretch of a membership that is billed as one: offered, then paid, then ended; or lapsed, or cancelled.
 *
 * <p>Settling twice, late, or from a file read again changes nothing: the days are fixed at most once.
 *
 * @param days empty only while the period waits for its first settlement
 */
public record MembershipPeriod(PeriodId id, Optional<DayRange> days, PeriodState state) {
    public MembershipPeriod {
        if (days.isEmpty() && (state == PeriodState.PAID || state == PeriodState.ENDED)) {
            throw new IllegalArgumentException("a period without days is " + state + ": " + id);
        }
    }

    /** The period after its membership line was settled; a lapsed one comes back to life. */
    public MembershipPeriod settled(PeriodRule rule, LocalDate settledOn, LocalDate today) {
        return switch (state) {
            case PAID, ENDED, CANCELLED, RECALLED -> this;
            case OFFERED, LAPSED -> {
                var fixed = days.orElseGet(() -> rule.fixedBySettlement(settledOn));
                var over = fixed.lastDay().isBefore(today);
                yield new MembershipPeriod(id, Optional.of(fixed), over ? PeriodState.ENDED : PeriodState.PAID);
            }
        };
    }

    /** The period on a later day: a paid one that is over has ended. */
    public MembershipPeriod on(LocalDate today) {
        var over = state == PeriodState.PAID
                && days.filter(range -> range.lastDay().isBefore(today)).isPresent();
        return over ? new MembershipPeriod(id, days, PeriodState.ENDED) : this;
    }

    /** The period after what had paid for it was taken back; its days stay fixed, and one that is over has lapsed. */
    public MembershipPeriod unsettled() {
        return switch (state) {
            case PAID -> new MembershipPeriod(id, days, PeriodState.OFFERED);
            case ENDED -> new MembershipPeriod(id, days, PeriodState.LAPSED);
            case OFFERED, LAPSED, CANCELLED, RECALLED -> this;
        };
    }

    /** The period after all that was claimed for it was credited; what is over stays what it was. */
    public MembershipPeriod withdrawn() {
        return switch (state) {
            case OFFERED, PAID -> new MembershipPeriod(id, days, PeriodState.CANCELLED);
            case ENDED, LAPSED, CANCELLED, RECALLED -> this;
        };
    }

    /** True for one that was credited and is not over: a person may bill it again. */
    public boolean isBillableAgain(LocalDate today) {
        return state == PeriodState.CANCELLED
                && days.filter(range -> range.lastDay().isBefore(today)).isEmpty();
    }

    /** The period after the run that had billed it was recalled; the member has been one in a period that is over. */
    public MembershipPeriod recalled() {
        return switch (state) {
            case OFFERED, PAID, LAPSED -> new MembershipPeriod(id, days, PeriodState.RECALLED);
            case ENDED, CANCELLED, RECALLED -> this;
        };
    }

    /**
     * The period of one who leaves: a paid one ends with the last day at the latest, though it was paid afterwards, and
     * one that would begin after it never does. What was offered stays as it is: what becomes of its invoice is another
     * question.
     */
    public MembershipPeriod leaving(LocalDate lastDay, LocalDate today) {
        if (state != PeriodState.PAID && state != PeriodState.ENDED) {
            return this;
        }
        var range = days.orElseThrow();
        if (range.firstDay().isAfter(lastDay)) {
            return new MembershipPeriod(id, days, PeriodState.CANCELLED);
        }
        var last = range.lastDay().isBefore(lastDay) ? range.lastDay() : lastDay;
        return new MembershipPeriod(id, Optional.of(new DayRange(range.firstDay(), last)), state).on(today);
    }

    /** The period when nobody paid in time. */
    public MembershipPeriod lapsed() {
        return state == PeriodState.OFFERED ? new MembershipPeriod(id, days, PeriodState.LAPSED) : this;
    }
}
