package se.aviso.app.run;

/** Where a run stands; the order is the code in the database. */
public enum RunState {
    RUNNING,
    DONE,
    PAUSED,
    CANCELLED,
    /** A chunk failed again and again; what was committed stays, the rest can be resumed. */
    FAILED
}
