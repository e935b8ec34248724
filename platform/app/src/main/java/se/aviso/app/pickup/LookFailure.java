package se.aviso.app.pickup;

/** Why a look at a server has failed. */
public enum LookFailure {
    /** Nobody has pinned the server's key yet: nothing is said to it. */
    HOST_KEY_UNPINNED,
    /** The server shows another key than the pinned one. */
    HOST_KEY_CHANGED,
    /** Nobody answers at that address. */
    UNREACHABLE,
    /** The server does not take the user with that key or password. */
    LOG_IN_REFUSED,
    /** There is no such folder, or it may not be read. */
    FOLDER_MISSING,
    /** A file is larger than Aviso takes. */
    TOO_LARGE,
    /** A file is kept, but could not be moved or deleted at the server. */
    NOT_CLEARED,
    /** The line broke. */
    BROKEN_OFF
}
