/**
 * Bank files from the first byte to the booked payment.
 *
 * <p>Central type: {@link se.aviso.app.payment.ImportBankFile}: keep the bytes, prove the totals, book once.
 */
@NullMarked
package se.aviso.app.payment;

import org.jspecify.annotations.NullMarked;
