/**
 * What sellers owe payers and keep for their next invoices (tillgodo): balances, and what moved them.
 *
 * <p>Central type: {@link se.aviso.app.credit.CreditStore}, through which every balance moves.
 */
@NullMarked
package se.aviso.app.credit;

import org.jspecify.annotations.NullMarked;
