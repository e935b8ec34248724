package se.aviso.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The erasure of a person (GDPR, article 17): what stands in its way, what goes, and what stays on which ground and
 * until when.
 *
 * <p>The association's claims and contracts come first: who is a member, or owes, is not erased before that is over.
 * What belongs to the books stays with its name and address as long as bookkeeping law asks (article 17.3 b); what is
 * left of the person elsewhere tells nobody who it was.
 */
public record Erasure(Standing standing) {
    /**
     * How a person stands to the association.
     *
     * @param activeMemberships that are paid for
     * @param openClaims that are not settled
     * @param openOffers that can still be paid
     * @param erased whether it was done before
     * @param lastInvoice the newest day of an invoice
     * @param lastPayment the newest day of a payment of one
     * @param lastHandOver the newest day of a file that named the person to a collector
     */
    public record Standing(
            long activeMemberships,
            long openClaims,
            long openOffers,
            boolean erased,
            Optional<LocalDate> lastInvoice,
            Optional<LocalDate> lastPayment,
            Optional<LocalDate> lastHandOver) {}

    /** What stands in the way; the name in small letters behind {@code erase-} is the code of its text. */
    public enum Obstacle {
        /** It was done before. */
        ERASED_ALREADY,
        /** A membership that is paid for: it ends first. */
        ACTIVE_MEMBERSHIP,
        /** Somebody owes: it is paid or credited first. */
        OPEN_CLAIM,
        /** What is offered can still be paid: it is taken or lapses first. */
        OPEN_OFFER
    }

    /** What goes. */
    public enum Erased {
        NAME_AND_BIRTH,
        CONTACT,
        GUARDIAN,
        PERSONAL_NUMBER,
        SEARCH_WORDS,
        CONSENTS,
        LOG_IN,
        DELIVERY_NOTES,
        /** Invoices that somebody had begun to write. */
        DRAFTS,
        /** What somebody wrote beside stops of reminders, hand-overs and moves. */
        NOTES
    }

    /** What stays. */
    public enum Kept {
        INVOICES,
        PAYMENTS,
        MEMBERSHIPS,
        TRAIL,
        CERTIFICATE,
        COLLECTOR_FILES
    }

    /** Why it stays. */
    public enum Ground {
        /** Bookkeeping law; article 17.3 b. */
        BOOKKEEPING,
        /** It tells of nobody any more: dates and sums behind a number. */
        ANONYMOUS,
        /** Who answers for personal data has to be able to show what was done; article 5.2. */
        ACCOUNTABILITY
    }

    /**
     * Something that stays.
     *
     * @param through the last day on which it has to be there; none for what tells of nobody, or is kept for good
     */
    public record Keeping(Kept what, Ground ground, Optional<LocalDate> through) {}

    /** All that stands in the way; nothing when it can be done. */
    public List<Obstacle> obstacles() {
        var obstacles = new ArrayList<Obstacle>();
        if (standing.erased()) {
            obstacles.add(Obstacle.ERASED_ALREADY);
        }
        if (standing.activeMemberships() > 0) {
            obstacles.add(Obstacle.ACTIVE_MEMBERSHIP);
        }
        if (standing.openClaims() > 0) {
            obstacles.add(Obstacle.OPEN_CLAIM);
        }
        if (standing.openOffers() > 0) {
            obstacles.add(Obstacle.OPEN_OFFER);
        }
        return obstacles;
    }

    /** What stays of this person. */
    public List<Keeping> kept() {
        var kept = new ArrayList<Keeping>();
        standing.lastInvoice().map(day -> booked(Kept.INVOICES, day)).ifPresent(kept::add);
        standing.lastPayment().map(day -> booked(Kept.PAYMENTS, day)).ifPresent(kept::add);
        standing.lastHandOver().map(day -> booked(Kept.COLLECTOR_FILES, day)).ifPresent(kept::add);
        kept.add(new Keeping(Kept.MEMBERSHIPS, Ground.ANONYMOUS, Optional.empty()));
        kept.add(new Keeping(Kept.TRAIL, Ground.ACCOUNTABILITY, Optional.empty()));
        kept.add(new Keeping(Kept.CERTIFICATE, Ground.ACCOUNTABILITY, Optional.empty()));
        return kept;
    }

    private static Keeping booked(Kept what, LocalDate newest) {
        return new Keeping(what, Ground.BOOKKEEPING, Optional.of(Retention.keptThrough(newest)));
    }
}
