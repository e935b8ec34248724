/**
 * Reminders of unpaid claims and the lapse of offers.
 *
 * <p>Central type: {@link se.aviso.app.dunning.RemindInvoices}. When a reminder is due is decided in
 * {@code se.aviso.dunning}.
 */
@NullMarked
package se.aviso.app.dunning;

import org.jspecify.annotations.NullMarked;
