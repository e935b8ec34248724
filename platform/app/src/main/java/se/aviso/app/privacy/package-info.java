/**
 * What the law gives people over what is known of them: who sees it, what of it they get, and when it goes.
 *
 * <p>Central type: {@link se.aviso.app.privacy.RevealPersonalNumber}.
 */
@NullMarked
package se.aviso.app.privacy;

import org.jspecify.annotations.NullMarked;
