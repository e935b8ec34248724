/**
 * Money that is paid back (återbetalning): proposed, approved by a second person above a limit, sent to the bank as a
 * file, and answered by it.
 *
 * <p>Central types: {@link se.aviso.refund.RefundRules}, which says what may become of a refund, and
 * {@link se.aviso.refund.CreditTransfer}, which writes the bank's file.
 */
@NullMarked
package se.aviso.refund;

import org.jspecify.annotations.NullMarked;
