package se.aviso.app.pickup;

/** What is wrong with a source; the order is the code in the database. */
public enum AlarmKind {
    /** A file that is expected has not come. */
    MISSING,
    /** The server shows another key than the pinned one; nothing is fetched until a person has looked. */
    HOST_KEY,
    /** Looks have failed several times in a row. */
    FAILING
}
