package se.aviso.it.matrix;

/** What an id in a route can be the id of. */
enum Thing {
    GROUP,
    MEMBER,
    INVOICE,
    /** An invoice that is not paid. */
    OPEN_INVOICE,
    /** The invoice of somebody who logs in as a member. */
    OWN_INVOICE,
    PAYMENT,
    /** A payment that settles nothing yet. */
    WAITING_PAYMENT,
    ALLOCATION,
    BANK_FILE,
    /** A file that is read and not booked. */
    REHEARSED_FILE,
    RUN,
    DISPATCH,
    GRANT,
    /** A grant that is there to be taken back. */
    SPARE_GRANT,
    USER,
    TYPE,
    /** The route names no thing. */
    NOTHING
}
