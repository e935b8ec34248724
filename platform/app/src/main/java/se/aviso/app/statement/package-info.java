/**
 * What payers are shown of the books afterwards: receipts of paid invoices, and annual statements.
 *
 * <p>Central types: {@link se.aviso.app.statement.ShowReceipt} and {@link se.aviso.app.statement.ShowStatements}.
 * Nothing is stored here; both are read of what is booked each time, and decided in {@code se.aviso.statement}.
 */
@NullMarked
package se.aviso.app.statement;

import org.jspecify.annotations.NullMarked;
