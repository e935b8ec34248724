/**
 * Hands documents over as e-mail.
 *
 * <p>Central type: {@link se.aviso.dispatch.email.EmailChannel}. One connection carries a whole chunk; what goes wrong
 * with one message stays with it; nothing is kept between two calls. It knows nothing of invoices.
 */
@NullMarked
package se.aviso.dispatch.email;

import org.jspecify.annotations.NullMarked;
