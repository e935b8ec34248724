package se.aviso.app.pickup;

/** Where a file stands that came for whoever it belongs to; the order is the code in the database. */
public enum PickedState {
    /** Its bytes are kept; its sections are on their way. */
    RECEIVED,
    /** All its sections have their owners. */
    DISTRIBUTED,
    /** Some section is nobody's. */
    WAITING,
    /** It cannot be trusted; nobody gets anything of it. */
    QUARANTINED,
    /** An operator has put it aside, with a note. */
    SET_ASIDE
}
