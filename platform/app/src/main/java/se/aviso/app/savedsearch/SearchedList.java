package se.aviso.app.savedsearch;

/** The lists of which searches can be kept; the order is the code in the database. */
public enum SearchedList {
    INVOICES
}
