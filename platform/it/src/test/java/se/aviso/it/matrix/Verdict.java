package se.aviso.it.matrix;

/** What an answer must be. */
enum Verdict {
    /** 401: nobody knows who calls. */
    UNBELIEVED,
    /** 403: the caller may do it nowhere. */
    FORBIDDEN,
    /** The same answer as for an id that nobody has. */
    UNKNOWN,
    /** It is the caller's to see, and more than the caller may do to it; a reason is told. */
    BEYOND_OWN,
    /** It is done, or was done before. */
    ALLOWED
}
