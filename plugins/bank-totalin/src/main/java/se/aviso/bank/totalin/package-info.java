/**
 * Reads Total IN (file type TL1), the file in which Nordea reports what came in to the accounts of a customer: by
 * plusgiro, by bankgiro and from abroad.
 *
 * <p>Central type: {@link se.aviso.bank.totalin.TotalInFormat}. Records of 80 positions ({@code banktext}) become
 * accounts and payments ({@code TotalInReading}). One reading keeps one payment in memory, and of each payment some
 * bytes of its transaction number. The package knows nothing of invoices, members or tenants.
 */
@NullMarked
package se.aviso.bank.totalin;

import org.jspecify.annotations.NullMarked;
