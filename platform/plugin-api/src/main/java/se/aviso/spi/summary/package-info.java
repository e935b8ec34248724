/**
 * How the lines of an invoice stand on its document.
 *
 * <p>Central type: {@link se.aviso.spi.summary.InvoiceSummary}. A summary arranges; it changes no sum.
 */
@NullMarked
package se.aviso.spi.summary;

import org.jspecify.annotations.NullMarked;
