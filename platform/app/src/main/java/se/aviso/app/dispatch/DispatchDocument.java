package se.aviso.app.dispatch;

/** Which document of an invoice is dispatched; the order is the code in the database. */
public enum DispatchDocument {
    INVOICE,
    REMINDER,
    CREDIT_NOTE,
    /** Says that a reminder was wrong, and what holds. */
    REMINDER_RECALLED,
    /** Says that an offer holds no more. */
    OFFER_WITHDRAWN;

    /** True of what machines read too; an invoice that is an offer is for people all the same. */
    boolean isReadByMachines() {
        return this == INVOICE || this == CREDIT_NOTE;
    }
}
