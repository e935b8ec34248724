package se.aviso.app.home;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.Money;

/**
 * What needs a person.
 *
 * @param booksOff how many invariants of the books do not hold
 * @param late since when an expected bank file is missing by which the tenant's money comes
 */
public record Tasks(
        Suspense suspense,
        Undelivered undelivered,
        long stopped,
        WaitingRuns runs,
        long booksOff,
        Optional<Instant> late) {
    /** Runs that wait for approval, and those that a fault has stopped. */
    public record WaitingRuns(long proposed, long broken) {}

    /**
     * Payments that wait.
     *
     * @param amounts what waits of them, one for each currency
     * @param oldest the day on which the first of them came
     */
    public record Suspense(long count, List<Money> amounts, Optional<LocalDate> oldest) {}

    /** Mailings that did not arrive, by how they ended. */
    public record Undelivered(long failed, long bounced, long unknown) {
        /** All of them. */
        public long count() {
            return failed + bounced + unknown;
        }

        /** The end that most of them had. */
        public DispatchState most() {
            if (failed >= bounced && failed >= unknown) {
                return DispatchState.FAILED;
            }
            return bounced >= unknown ? DispatchState.BOUNCED : DispatchState.UNKNOWN;
        }
    }

    /** How many kinds of things wait. */
    public long kinds() {
        return LongStream.of(
                        suspense.count(),
                        undelivered.count(),
                        stopped,
                        runs.proposed(),
                        runs.broken(),
                        booksOff,
                        late.map(since -> 1L).orElse(0L))
                .filter(count -> count > 0)
                .count();
    }
}
