package se.aviso.invoice;

/** Why an invoice is written; texts and templates go by it. The order is the code in the database. */
public enum Occasion {
    FIRST,
    RENEWAL,
    ONE_OFF,
    /** Fee and interest of a reminder, beside the claim that is late. */
    CHARGE
}
