/**
 * Issuing: numbers without gaps, documents that never change, their ledger entries and dispatches, in one transaction.
 *
 * <p>Central type: {@link se.aviso.app.invoice.IssueInvoices}; one sign-up and a run of thousands take the same path.
 */
@NullMarked
package se.aviso.app.invoice;

import org.jspecify.annotations.NullMarked;
