package se.aviso.accounting;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * By which rules an entry stands in the general ledger. What takes back another entry, a credit its claim, a reversal
 * the write-off that it names, goes by those of the other's day: what stood on one account leaves it again, whatever
 * version of the rules began in between. Where the other left without rules, it stands there as it was posted, and is
 * taken back as it was posted.
 */
public final class RulesDay {
    private static final Set<EntryKind> UNDOING = EnumSet.of(EntryKind.CREDIT, EntryKind.REVERSAL);

    private RulesDay() {}

    /**
     * The day whose rules hold, where it is another than the entry's own.
     *
     * @param undoneOn when the entry was booked that this one takes back, where it names one
     */
    public static Optional<LocalDate> elsewhere(EntryKind kind, LocalDate bookedOn, Optional<LocalDate> undoneOn) {
        return UNDOING.contains(kind) ? undoneOn.filter(day -> day.isBefore(bookedOn)) : Optional.empty();
    }

    /**
     * True where no rules are asked.
     *
     * @param undoneLeftBare whether all that the entry takes back has left in exports without rules
     */
    public static boolean isAsPosted(EntryKind kind, boolean undoneLeftBare) {
        return UNDOING.contains(kind) && undoneLeftBare;
    }
}
