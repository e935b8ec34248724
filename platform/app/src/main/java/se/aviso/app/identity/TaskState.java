package se.aviso.app.identity;

/** How a task goes; the order is that of the database and never changes. */
public enum TaskState {
    /** It is done when its time comes. */
    WAITING,
    /** A worker has it. */
    WORKING,
    /** It is done. */
    DONE,
    /** It failed, and is not tried again by itself. */
    FAILED
}
