/**
 * What a payer is shown of the ledger afterwards: a receipt for a paid invoice, and the statement of a year.
 *
 * <p>Central types: {@link se.aviso.statement.PaymentReceipt} and {@link se.aviso.statement.AnnualStatement}. Both are
 * views of what is booked: they claim nothing, have no number of their own series, and can be made again at any time.
 */
@NullMarked
package se.aviso.statement;

import org.jspecify.annotations.NullMarked;
