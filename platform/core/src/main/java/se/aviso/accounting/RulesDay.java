package se.aviso.accounting;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The day whose rules hold for an entry in the general ledger: its own, and for a credit that of the claim which it
 * takes back. What stood on one account leaves it again, whatever version of the rules began in between.
 */
public final class RulesDay {
    private RulesDay() {}

    /**
     * Where it is another day than the entry's own.
     *
     * @param claimedOn when the claim was booked that the entry credits, where it credits one
     */
    public static Optional<LocalDate> elsewhere(EntryKind kind, LocalDate bookedOn, Optional<LocalDate> claimedOn) {
        return kind == EntryKind.CREDIT ? claimedOn.filter(day -> day.isBefore(bookedOn)) : Optional.empty();
    }
}
