package se.aviso.app.payment;

/** Where a bank file stands; the order is the code in the database. */
public enum BankFileState {
    /** Its bytes are kept; nothing is booked, or the booking goes on. */
    RECEIVED,
    /** Its effects were shown, nothing is booked. */
    REHEARSED,
    /** All its payments are booked. */
    BOOKED,
    /** The very same bytes were here before. */
    KNOWN,
    /** It cannot be trusted; nothing of it is booked. */
    QUARANTINED,
    /** A person has put it away: nothing of it is booked, and nobody is asked to look at it. */
    DISCARDED,
    /** A person has taken back all that it booked; the same bytes can be handed in anew, as another file. */
    UNDONE
}
