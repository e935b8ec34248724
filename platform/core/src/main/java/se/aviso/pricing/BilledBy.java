package se.aviso.pricing;

/** Which group's account, series and books the invoices of a type are in; the order is the code in the database. */
public enum BilledBy {
    /** The nearest group with an account of its own, from the member's group upwards. */
    NEAREST_ACCOUNT,
    /** The federation bills all. */
    FEDERATION,
    /** Each group bills its own members; one without an account bills nobody. */
    OWN_GROUP
}
