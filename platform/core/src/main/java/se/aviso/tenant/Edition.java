package se.aviso.tenant;

/** What a tenant has bought; the order is that of the database and never changes. */
public enum Edition {
    STANDARD,
    /** Opens HTML templates, accounting rules, summary and private plugins. */
    ENTERPRISE
}
