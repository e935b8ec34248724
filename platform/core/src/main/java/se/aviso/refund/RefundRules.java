package se.aviso.refund;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/** What may become of a refund, and who may say so. */
public final class RefundRules {
    /** What one person may pay back alone, where a tenant says nothing else. */
    public static final Money USUAL_LIMIT = Money.kronor(1_000);

    /** The days for which what one person pays back of the same money is taken together. */
    public static final int LATELY_DAYS = 30;

    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_NOTE = 140;

    private RefundRules() {}

    /**
     * Asks whether a bank's file can say whom it is for and why: 70 and 140 characters (ISO 20022, Max70Text and
     * Max140Text) on one line, without signs that steer, the invisible ones that turn the direction of writing among
     * them.
     *
     * @throws RuleViolation at {@code /payee} or {@code /note} when not
     */
    public static void requireTexts(String payee, String note) {
        if (payee.isEmpty() || payee.length() > LONGEST_NAME || !isPlain(payee)) {
            throw RuleViolation.at("/payee", "refund-payee", Map.of());
        }
        if (note.length() > LONGEST_NOTE || !isPlain(note)) {
            throw RuleViolation.at("/note", "refund-note", Map.of());
        }
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(RefundRules::steers);
    }

    private static boolean steers(int each) {
        return Character.isISOControl(each)
                || Character.isSurrogate((char) each)
                || Character.getType(each) == Character.FORMAT;
    }

    /**
     * What one person alone has paid back lately.
     *
     * @param sameMoney true when it was of the same payment, or of the same member's balance
     */
    public record PaidAlone(PayeeAccount to, boolean sameMoney, Money amount) {}

    /** Kronor that count with a new refund to that account: of the same money, or to the same account. */
    public static Money before(Collection<PaidAlone> lately, PayeeAccount to) {
        return lately.stream()
                .filter(paid -> paid.sameMoney() || paid.to().mayBe(to))
                .map(PaidAlone::amount)
                .reduce(Money.ore(0), Money::plus);
    }

    /**
     * The state of a new refund: up to the limit nobody else is asked. What one person alone has paid back of the same
     * money before counts with it, so that nothing is split to stay below. Of another currency than the limit's, a
     * second person is always asked.
     *
     * @param before what was paid back of it lately without a second person
     * @param limit what one person may pay back without a second
     */
    public static RefundState begun(Money amount, Money before, Money limit) {
        if (!amount.currency().equals(limit.currency())) {
            return RefundState.PROPOSED;
        }
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
     * Asks whether a file that the bank never had can be withdrawn: its refunds may go into another then.
     *
     * @param answered whether the bank has said anything of it
     * @param states of its refunds
     * @throws RuleViolation when it was withdrawn before, or the bank has it
     */
    public static void requireWithdrawable(boolean withdrawn, boolean answered, Collection<RefundState> states) {
        if (withdrawn) {
            throw RuleViolation.of("conflict-refund-file-withdrawn", Map.of());
        }
        if (answered || !states.stream().allMatch(state -> state == RefundState.EXPORTED)) {
            throw RuleViolation.of("conflict-refund-file-answered", Map.of());
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
     * Asks whether it can have come back as a payment to that seller.
     *
     * @param waits what waits of the payment
     * @throws RuleViolation at {@code /paymentId} when the payment is another seller's, in another currency, or less of
     *     it waits than was paid back
     */
    public static void requireCameBack(GroupId refunder, Money amount, GroupId paid, Money waits) {
        if (!refunder.equals(paid) || !amount.currency().equals(waits.currency()) || waits.compareTo(amount) < 0) {
            throw RuleViolation.at("/paymentId", "refund-came-back", Map.of("amount", amount.toDecimal()));
        }
    }

    /**
     * Asks whether it can be the money that came back at all.
     *
     * @param same true when it is the payment that was paid back
     * @param proposedOn the day on which somebody wanted to pay back
     * @throws RuleViolation at {@code /paymentId} when it is, or the bank had booked it before
     */
    public static void requireLater(boolean same, LocalDate proposedOn, LocalDate bookedOn) {
        if (same || bookedOn.isBefore(proposedOn)) {
            throw RuleViolation.at("/paymentId", "refund-came-back-before", Map.of());
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
