package se.aviso.app.invoice;

import se.aviso.kernel.Money;

/**
 * What a selection of invoices amounts to.
 *
 * @param total what stood on them
 * @param open what is still to pay of those that are claims
 */
public record InvoiceSums(long count, Money total, Money open) {}
