/**
 * Pages for people without an account: logging in once by a link in a mail, and paying one invoice by the link in its
 * mail.
 *
 * <p>Central types: {@link se.aviso.app.link.LogInByLink} and {@link se.aviso.app.link.PayView}. Who has what mailbox
 * is known to {@code app.security}, which links open an invoice to {@code app.invoice}.
 */
@NullMarked
package se.aviso.app.link;

import org.jspecify.annotations.NullMarked;
