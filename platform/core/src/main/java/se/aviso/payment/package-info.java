/**
 * Money that came in and the invoices that it settles (avprickning).
 *
 * <p>Central type: {@link se.aviso.payment.Reconciliation}. Nothing is settled without a human unless the reference is
 * exact; what does not match waits in suspense with its reason.
 */
@NullMarked
package se.aviso.payment;

import org.jspecify.annotations.NullMarked;
