/**
 * Reads BgMax, the file in which Bankgirot reports incoming payments to whoever receives them.
 *
 * <p>Central type: {@link se.aviso.bank.bgmax.BgMaxFormat}. Records of 80 positions ({@code banktext}) become sections
 * and payments ({@code BgMaxReading}). One reading keeps one payment in memory, and of each payment of a section its
 * serial number. The package knows nothing of invoices, members or tenants.
 */
@NullMarked
package se.aviso.bank.bgmax;

import org.jspecify.annotations.NullMarked;
