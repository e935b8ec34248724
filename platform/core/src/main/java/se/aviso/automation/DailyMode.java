package se.aviso.automation;

/** How far Aviso goes by itself; the order is the code in the database. */
public enum DailyMode {
    /** Nothing is begun. */
    OFF,
    /** What would come is worked out, and waits until somebody approves it. */
    PROPOSE,
    /** It is done. */
    DO
}
