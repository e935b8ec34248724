package se.aviso.access;

/** What a caller may be allowed to do; every use case at the edge needs exactly one. */
public enum Permission {
    GROUP_READ,
    GROUP_WRITE,
    MEMBER_READ,
    MEMBER_WRITE,
    /** To see personal numbers whole, and to find members by them. */
    PERSONAL_NUMBER_READ,
    /** To see where people with a protected identity live, and to say who has one. */
    PROTECTED_READ,
    /** To have a copy of all that is known of a member, for the person. */
    MEMBER_DATA_READ,
    /** To erase a member for good. */
    MEMBER_ERASE,
    TYPE_READ,
    TYPE_WRITE,
    PRODUCT_READ,
    PRODUCT_WRITE,
    INVOICE_READ,
    INVOICE_WRITE,
    /** To take a whole selection of invoices out as a file. */
    INVOICE_EXPORT,
    PAYMENT_READ,
    PAYMENT_WRITE,
    BANK_FILE_READ,
    BANK_FILE_IMPORT,
    RUN_READ,
    RUN_WRITE,
    DISPATCH_READ,
    LEDGER_READ,
    PLUGIN_READ,
    GRANT_READ,
    GRANT_WRITE,
    AUDIT_READ,
    BUSINESS_DATE_MOVE,
    /** To say what Aviso does by itself in the whole tenant, and how. */
    SETTING_WRITE,
    /** To run the installation for its tenants; no use case of a tenant needs it. */
    INSTALLATION_RUN,
    /** One's own memberships and invoices. */
    OWN_READ,
    /** To change by what one is reached oneself. */
    OWN_WRITE,
    /** To ask who one is; every grant brings it. */
    SELF_READ
}
