/**
 * How a bank's file becomes payments.
 *
 * <p>Central type: {@link se.aviso.spi.bank.BankFormat}. A format knows records, fields and totals of its file; it
 * knows nothing of invoices, members or tenants.
 */
@NullMarked
package se.aviso.spi.bank;

import org.jspecify.annotations.NullMarked;
