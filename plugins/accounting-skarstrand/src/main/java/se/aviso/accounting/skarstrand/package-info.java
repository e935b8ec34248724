/**
 * What leaves the books as one federation's general ledger takes it.
 *
 * <p>Central type: {@link se.aviso.accounting.skarstrand.LedgerFeed}. It is that federation's own plugin.
 */
@NullMarked
package se.aviso.accounting.skarstrand;

import org.jspecify.annotations.NullMarked;
