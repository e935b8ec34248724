/**
 * Documents leaving the house: the outbox, the channels, the receipts.
 *
 * <p>Central type: {@link se.aviso.app.dispatch.SendDispatches}. A document is handed over outside any transaction;
 * what nobody knows the end of is never sent again blindly.
 */
@NullMarked
package se.aviso.app.dispatch;

import org.jspecify.annotations.NullMarked;
