/**
 * Reads the OCR giro, the file in which Nets (once BBS) reports what was paid to Norwegian accounts under a KID.
 *
 * <p>Central type: {@link se.aviso.bank.ocrgiro.OcrGiroFormat}. Records of 80 positions ({@code banktext}) become
 * assignments and their amounts ({@code OcrGiroReading}). One reading keeps one amount in memory, and of each some
 * bytes of its number. The package knows nothing of invoices, members or tenants.
 */
@NullMarked
package se.aviso.bank.ocrgiro;

import org.jspecify.annotations.NullMarked;
