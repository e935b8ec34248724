package se.aviso.accounting;

/** The side of an account that a posting stands on; amounts are positive, the side carries the sign. */
public enum Side {
    DEBIT,
    CREDIT;

    /** The other side. */
    public Side opposite() {
        return this == DEBIT ? CREDIT : DEBIT;
    }
}
