/**
 * Money that is paid back (återbetalningar): proposed out of what waits of a payment or out of a credit balance,
 * approved, sent to the bank, answered by it.
 *
 * <p>Central types: {@link se.aviso.app.refund.ProposeRefund}, {@link se.aviso.app.refund.SettleRefunds} and
 * {@link se.aviso.app.refund.ExportRefunds}.
 */
@NullMarked
package se.aviso.app.refund;

import org.jspecify.annotations.NullMarked;
