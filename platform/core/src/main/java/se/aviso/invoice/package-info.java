/**
 * The avi: a numbered claim, or an offer that nobody need pay.
 *
 * <p>Central type: {@link se.aviso.invoice.Invoice}. Document and settlement are two things: what was issued never
 * changes, what was paid is computed.
 */
@NullMarked
package se.aviso.invoice;

import org.jspecify.annotations.NullMarked;
