package se.aviso.app.dispatch;

import java.time.Instant;
import java.util.UUID;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.Money;

/**
 * What became of a dispatch that was taken.
 *
 * @param retryAt counts only for one that is queued again
 * @param attempt which hand-over it was; a receipt of one that was followed by another says nothing of that one
 * @param tried false where it was marked as handed over and surely never came to that: the attempt is not counted
 * @param correction what is added to the cost that was noted when it was handed over
 */
record Outcome(
        UUID id,
        DispatchState state,
        String reference,
        String failure,
        Instant retryAt,
        int attempt,
        boolean tried,
        Money correction) {}
