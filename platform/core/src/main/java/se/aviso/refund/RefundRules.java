package se.aviso.refund;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/** What may become of a refund, and who may say so. */
public final class RefundRules {
    private RefundRules() {}

    /**
     * The state of a new refund: up to the limit nobody else is asked. What one person alone has paid back of the same
     * money before counts with it, so that nothing is split to stay below.
     *
     * @param before what was paid back of it lately without a second person
     * @param limit what one person may pay back without a second
     */
    public static RefundState begun(Money amount, Money before, Money limit) {
        return amount.plus(before).compareTo(limit) > 0 ? RefundState.PROPOSED : RefundState.APPROVED;
    }

    /**
     * Asks whether the person may approve.
     *
     * @throws RuleViolation when it is not proposed any more, or the person has proposed it
     */
    public static void requireApprovable(RefundState state, UUID proposedBy, UUID approver) {
        if (state != RefundState.PROPOSED) {
            throw RuleViolation.of("conflict-refund-decided", Map.of());
        }
        if (proposedBy.equals(approver)) {
            throw RuleViolation.of("refund-second-person", Map.of());
        }
    }

    /**
     * Asks whether it can be called off.
     *
     * @throws RuleViolation when a file has gone to the bank, or it is over
     */
    public static void requireCancellable(RefundState state) {
        if (!state.isOwed()) {
            throw RuleViolation.of("conflict-refund-decided", Map.of());
        }
        if (!state.isCancellable()) {
            throw RuleViolation.of("conflict-refund-sent", Map.of());
        }
    }

    /**
     * Asks whether it can be noted as paid on that day.
     *
     * @throws RuleViolation when it was not approved, is over, or the day is before it or to come
     */
    public static void requirePayable(RefundState state, LocalDate proposedOn, LocalDate paidOn, LocalDate today) {
        if (state != RefundState.APPROVED && state != RefundState.EXPORTED) {
            throw RuleViolation.of("conflict-refund-not-approved", Map.of());
        }
        if (paidOn.isAfter(today) || paidOn.isBefore(proposedOn)) {
            throw RuleViolation.at("/paidOn", "refund-paid-day", Map.of());
        }
    }

    /**
     * Asks whether the bank can have refused it, or it can have come back.
     *
     * @throws RuleViolation when it was neither sent nor paid, or is over
     */
    public static void requireFailable(RefundState state) {
        if (state != RefundState.EXPORTED && state != RefundState.PAID) {
            throw RuleViolation.of("conflict-refund-not-sent", Map.of());
        }
    }
}
