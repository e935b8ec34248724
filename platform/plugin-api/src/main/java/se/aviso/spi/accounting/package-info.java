/**
 * How the books leave for the customer's general ledger.
 *
 * <p>Central types: {@link se.aviso.spi.accounting.AccountingFormat} writes them as a file. What was booked stays as it
 * is; a format invents no voucher and leaves none out but those without rows.
 */
@NullMarked
package se.aviso.spi.accounting;

import org.jspecify.annotations.NullMarked;
