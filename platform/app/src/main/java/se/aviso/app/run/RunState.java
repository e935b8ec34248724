package se.aviso.app.run;

/** Where a run stands in its phase; the order is the code in the database. */
public enum RunState {
    RUNNING,
    DONE,
    PAUSED,
    CANCELLED,
    /** A chunk failed again and again; what was committed stays, the rest can be resumed. */
    FAILED,
    /** What would come is known; it waits until somebody approves it. */
    PREVIEWED,
    /** All that it had issued is taken back. */
    RECALLED
}
