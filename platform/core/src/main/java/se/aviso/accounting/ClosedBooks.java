package se.aviso.accounting;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.RuleViolation;

/**
 * Up to which day a seller's books are closed: nothing more is booked there, for what was reported must stay as it was.
 * What would land there is booked on the first open day, and keeps its true day beside it (bokföringslagen 1999:1078,
 * chapter 5: a correction is an entry of its own, and shows when it was made).
 *
 * @param closedTo the last closed day; none where nothing was closed
 */
public record ClosedBooks(Optional<LocalDate> closedTo) {
    /** Of a seller who has closed nothing. */
    public static final ClosedBooks OPEN = new ClosedBooks(Optional.empty());

    private static final int LONGEST_REASON = 500;

    /** The day on which something of that day is booked: its own, or the first open one. */
    public LocalDate dayFor(LocalDate happenedOn) {
        return closedTo.filter(last -> !happenedOn.isAfter(last))
                .map(last -> last.plusDays(1))
                .orElse(happenedOn);
    }

    /**
     * Holds a closing against the rules: only days that are over are closed, and only such as are open.
     *
     * @throws RuleViolation at {@code /closedTo}
     */
    public void requireClosable(LocalDate upTo, LocalDate today) {
        if (!upTo.isBefore(today)) {
            throw RuleViolation.at("/closedTo", "books-close-day", Map.of());
        }
        closedTo.filter(last -> !upTo.isAfter(last)).ifPresent(last -> {
            throw RuleViolation.at("/closedTo", "books-closed-already", Map.of("day", last.toString()));
        });
    }

    /**
     * Holds a wish to open the books again against the rules: the last closed period alone, and for a reason.
     *
     * @param to the last day of the period that is to be opened
     * @throws RuleViolation when a later one is closed, or no reason is given
     */
    public void requireReopenable(LocalDate to, String reason) {
        if (!closedTo.equals(Optional.of(to))) {
            throw RuleViolation.of("conflict-books-not-last", Map.of());
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw RuleViolation.at("/reason", "books-reopen-reason", Map.of());
        }
    }
}
