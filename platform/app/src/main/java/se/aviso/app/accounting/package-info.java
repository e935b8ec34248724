/**
 * The ledger as it is kept: entries and postings are added, never changed.
 *
 * <p>Central type: {@link se.aviso.app.accounting.LedgerStore}.
 */
@NullMarked
package se.aviso.app.accounting;

import org.jspecify.annotations.NullMarked;
