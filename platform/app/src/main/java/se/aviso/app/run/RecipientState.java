package se.aviso.app.run;

/** What became of a recipient of a run; the order is the code in the database. */
public enum RecipientState {
    WAITING,
    DONE,
    /** Not done, for the reason beside; can be tried again alone. */
    FAILED,
    /** Was not due, or not any more, when its turn came; the reason stands beside. */
    PASSED_OVER,
    /** Was done and taken back. */
    RECALLED,
    /** Was done and could not be taken back, for the reason beside. */
    STANDS
}
