package se.aviso.accounting;

/** Why a ledger entry was booked; the order is the code in the database and never changes. */
public enum EntryKind {
    /** An invoice was issued. */
    ISSUE,
    /** Money came in. */
    PAYMENT,
    /** Money in suspense was allocated. */
    ALLOCATION,
    /** An invoice was credited. */
    CREDIT,
    /** An earlier entry was undone. */
    REVERSAL,
    /** Groups earned their shares of what was paid, or lost them again. */
    SHARE,
    /** What was owed to a group was paid out. */
    PAYOUT,
    /** A bad debt was given up. */
    WRITE_OFF,
    /** The surplus of a payment was kept for the payer. */
    SURPLUS,
    /** A credit balance settled a claim. */
    CREDIT_USE,
    /** It was decided to pay back. */
    REFUND,
    /** A refund left the bank. */
    REFUND_SENT,
    /** The bank took a payment back that was booked before. */
    CHARGE_BACK,
    /** A few öre that a payment lacked were given up. */
    ROUNDING,
    /** A refund that had left the bank came back as a payment. */
    REFUND_RETURNED
}
