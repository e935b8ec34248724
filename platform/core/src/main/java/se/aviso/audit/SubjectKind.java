package se.aviso.audit;

/** The kinds of things that acts are done to. */
public enum SubjectKind {
    TENANT,
    USER,
    GROUP,
    MEMBERSHIP_TYPE,
    MEMBER,
    RUN,
    BANK_FILE,
    PAYMENT,
    DISPATCH,
    INVOICE,
    SAVED_SEARCH,
    SIMULATION,
    PRODUCT,
    REFUND,
    PAYMENT_RULE
}
