package se.aviso.invoice;

/** What a document is; each kind has a number series of its own. The order is the code in the database. */
public enum InvoiceKind {
    /** Must be paid; has a ledger entry. */
    CLAIM,
    /** Nobody need pay it; settling it issues a claim. */
    OFFER,
    /** Cancels all or part of a claim. */
    CREDIT_NOTE
}
