/**
 * What a seller owes a payer and keeps for the next invoice (tillgodo).
 *
 * <p>Central types: {@link se.aviso.credit.CreditUse}, which says what a claim takes of a balance, and
 * {@link se.aviso.credit.CreditBooking}, which says how each step is booked.
 */
@NullMarked
package se.aviso.credit;

import org.jspecify.annotations.NullMarked;
