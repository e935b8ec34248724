package se.aviso.member;

/** Where a membership period stands; the order is the code in the database. */
public enum PeriodState {
    /** Billed, not yet paid. */
    OFFERED,
    /** Settled: the member is one for these days. */
    PAID,
    /** Was paid and is over. */
    ENDED,
    /** Was never paid in time. */
    LAPSED,
    /** Withdrawn, by a credit note or by hand. */
    CANCELLED,
    /** Billed by a run that was recalled: as if it had never been. */
    RECALLED
}
