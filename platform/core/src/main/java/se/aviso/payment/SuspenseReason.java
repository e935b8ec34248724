package se.aviso.payment;

/** Why money waits for a human; the order is the code in the database. */
public enum SuspenseReason {
    /** Nothing waits. */
    NONE,
    /** The payer gave no reference. */
    NO_REFERENCE,
    /** No invoice has the reference. */
    UNKNOWN_REFERENCE,
    /** The invoice was already paid: perhaps the same payment once more. */
    ALREADY_SETTLED,
    /** More was paid than was open. */
    OVERPAID,
    /** The invoice was credited. */
    CREDITED,
    /** The payment is in another currency than the invoice. */
    OTHER_CURRENCY,
    /** Several references, and the amount is not what they add up to. */
    SEVERAL_SHORT,
    /** The reference stands inside a text and the amount does not agree. */
    UNCERTAIN_REFERENCE,
    /** The bank took money off; a human says for which credit note. */
    DEDUCTION,
    /** The offer has lapsed. */
    OFFER_LAPSED,
    /** Less was paid than the offer asks for. */
    OFFER_SHORT,
    /** Another bank format has brought a payment that is equal but for the day. */
    POSSIBLE_TWIN,
    /** A person took back what the payment had settled. */
    UNDONE,
    /** The offer was withdrawn. */
    OFFER_WITHDRAWN,
    /** The invoice was written off: a person takes the write-off back and allocates, or sends the money back. */
    WRITTEN_OFF
}
