/**
 * Double entry: balanced, append-only, the subledger of the customer's general ledger.
 *
 * <p>Central type: {@link se.aviso.accounting.LedgerEntry}. Knows neither invoices' rules nor banks.
 */
@NullMarked
package se.aviso.accounting;

import org.jspecify.annotations.NullMarked;
