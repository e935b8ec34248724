package se.aviso.refund;

/** How far a refund has come; the order is the code in the database. */
public enum RefundState {
    /** Somebody wants it paid back; above the limit a second person decides. */
    PROPOSED,
    /** It may be sent to the bank, or paid by hand. */
    APPROVED,
    /** It is in a file for the bank. */
    EXPORTED,
    /** It has left the bank account. */
    PAID,
    /** The bank refused it; the money is where it came from, or in the payer's credit balance. */
    FAILED,
    /** Nobody wants it paid back any more. */
    CANCELLED;

    /** True while the money is set aside for it. */
    public boolean isOwed() {
        return this == PROPOSED || this == APPROVED || this == EXPORTED;
    }

    /** True until a file has gone to the bank. */
    public boolean isCancellable() {
        return this == PROPOSED || this == APPROVED;
    }
}
