package se.aviso.app.run;

/** What a run is about at the time; the order is the code in the database. */
public enum RunPhase {
    /** Looks ahead at each recipient; nothing is issued. */
    PREVIEW,
    /** Does its work. */
    WORK,
    /** Takes back what its work has issued. */
    RECALL
}
