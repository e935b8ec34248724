package se.aviso.app.dispatch;

import java.time.Instant;
import java.util.UUID;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.Money;

/**
 * What became of a dispatch that was taken.
 *
 * @param retryAt counts only for one that is queued again, and no earlier than its place in the queue
 * @param attempt which hand-over it was; a receipt of one that was followed by another says nothing of that one
 * @param tried false where it was marked as handed over and surely never came to that: the attempt is not counted
 * @param charge for the hand-over
 */
record Outcome(
        UUID id,
        DispatchState state,
        String reference,
        String failure,
        Instant retryAt,
        int attempt,
        boolean tried,
        Charge charge) {
    /** No time to wait for: it keeps its place in the queue. */
    static final Instant ITS_PLACE = Instant.EPOCH;

    /** True of one that its provider took no look at: it waits until the channel goes on. */
    boolean isGivenBack() {
        return state == DispatchState.QUEUED && retryAt.equals(ITS_PLACE);
    }

    /**
     * What a hand-over costs.
     *
     * @param foreseen noted when it began
     * @param asked in the end
     */
    record Charge(Money foreseen, Money asked) {
        /** Of one that never began. */
        static final Charge NONE = new Charge(Money.ore(0), Money.ore(0));

        /** As foreseen. */
        static Charge of(Money cost) {
            return new Charge(cost, cost);
        }

        /** Foreseen, and taken back. */
        static Charge back(Money cost) {
            return new Charge(cost, Money.ore(0));
        }
    }

    /** What is added to the cost that was noted when it was handed over. */
    Money correction() {
        return charge.asked().minus(charge.foreseen());
    }
}
