package se.aviso.dispatch;

/** What became of calling a dispatch back; the order is the code in the database. */
public enum CallBack {
    /** The provider has stopped it: nobody gets it. */
    STOPPED,
    /** The provider had gone on with it, or told its end. */
    TOO_LATE,
    /** Nobody got it anyhow: it failed, or was withdrawn. */
    NEEDLESS,
    /** The provider has not answered, however often it was asked. */
    UNANSWERED
}
