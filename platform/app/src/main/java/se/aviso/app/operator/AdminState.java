package se.aviso.app.operator;

/** How far those have come who run a tenant. */
public enum AdminState {
    /** One of them has logged in. */
    LOGGED_IN,
    /** The mail to the first of them is about to be sent. */
    INVITED,
    /** It was sent. */
    SENT,
    /** It was given up. */
    FAILED,
    /** Nobody was invited by Aviso. */
    NOT_INVITED
}
