package se.aviso.app.invoice;

/** How many invoices there are in each of the usual views of the list, counted no further than to a thousand. */
public record InvoiceTally(long all, long unpaid, long overdue, long offers, long settled) {}
