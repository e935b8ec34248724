package se.aviso.refund;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/**
 * What one person may pay back without a second. A lower limit holds at once, a higher one from the day after it was
 * set: who raises it cannot pay by it and lower it again before anybody else has seen it.
 *
 * @param amount as it was set last
 * @param before what held when it was set
 * @param changedOn the tenant's day on which that was; none while the tenant says nothing
 */
public record RefundLimit(Money amount, Money before, Optional<LocalDate> changedOn) {
    /** Where a tenant says nothing. */
    public static final RefundLimit USUAL =
            new RefundLimit(RefundRules.USUAL_LIMIT, RefundRules.USUAL_LIMIT, Optional.empty());

    /** The limit that holds on that day. */
    public Money inForce(LocalDate today) {
        return changedOn.filter(day -> !today.isAfter(day)).isPresent() ? amount.min(before) : amount;
    }

    /**
     * The limit after somebody has set it.
     *
     * @throws RuleViolation when it is less than nothing
     */
    public RefundLimit changed(Money to, LocalDate today) {
        if (to.isNegative()) {
            throw RuleViolation.at("/amount", "refund-limit", Map.of());
        }
        return new RefundLimit(to, inForce(today), Optional.of(today));
    }
}
