package se.aviso.app.dispatch;

/** Where a dispatch stands; the order is the code in the database. */
public enum DispatchState {
    QUEUED,
    /** Taken by a node that makes its document; nothing has left the house. */
    PREPARING,
    /** Being handed over; a crash here leaves the end unknown. */
    HANDED_OVER,
    SENT,
    DELIVERED,
    FAILED,
    BOUNCED,
    /** Nobody knows; held for a human or a receipt. */
    UNKNOWN,
    /** Taken back before it left the house. */
    WITHDRAWN;

    /** True while it waits or is on its way out of the house. */
    boolean isUnderWay() {
        return switch (this) {
            case QUEUED, PREPARING, HANDED_OVER -> true;
            case SENT, DELIVERED, FAILED, BOUNCED, UNKNOWN, WITHDRAWN -> false;
        };
    }

    /** True when nothing more happens by itself and the document may not have arrived: a human may send it again. */
    public boolean maySendAgain() {
        return switch (this) {
            case FAILED, BOUNCED, UNKNOWN -> true;
            case QUEUED, PREPARING, HANDED_OVER, SENT, DELIVERED, WITHDRAWN -> false;
        };
    }

    /** True when somebody may have the document, as far as we know. */
    public boolean mayHaveLeft() {
        return switch (this) {
            case HANDED_OVER, SENT, DELIVERED, BOUNCED, UNKNOWN -> true;
            case QUEUED, PREPARING, FAILED, WITHDRAWN -> false;
        };
    }
}
